import { operationNames } from '../operations/documents.ts';
import { resultsOf } from '../results/results.ts';
import { tellResults, writeResults } from '../results/write-results.ts';
import { settingsOf, type Settings } from '../settings.ts';
import { undone, type Undo } from '../undo.ts';
import { startVariants } from '../variants/start-variants.ts';
import { checkEqualAnswers } from './answers.ts';
import { preparedQuestions } from './prepared-questions.ts';
import { allRounds } from './rounds.ts';
import { scratchFolder } from './scratch-folder.ts';
import { allStatements } from './statements.ts';

/** `npm run bench`: everything beside everything else in one run. */
export const measure = (given: readonly string[]): Promise<void> => {
  const settings = settingsOf(given);
  return undone((undo) => measured(settings, undo));
};

async function measured(settings: Settings, undo: Undo): Promise<void> {
  const running = await startVariants(scratchFolder(undo), settings, undo);
  const { variants } = running;
  const [reference] = variants;
  if (!reference) return;
  const questions = await preparedQuestions(reference);

  await checkEqualAnswers(
    variants,
    operationNames.flatMap((name) => everyFew(questions[name])),
  );
  console.log(`${variants.length} 种方式答案相同 all give equal answers`);
  const statements = await allStatements(variants, questions);
  const samples = await allRounds(running, questions, settings);

  const results = resultsOf({ settings, variants, samples, statements });
  tellResults(results);
  if (settings.isKept) writeResults(results);
}

const checkedOfEach = 8;

/** Some, from all over the list. */
const everyFew = <Value>(values: readonly Value[]): readonly Value[] =>
  values.filter((_, at) => at % Math.ceil(values.length / checkedOfEach) === 0);
