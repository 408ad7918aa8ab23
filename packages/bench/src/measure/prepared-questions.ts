import {
  mutations,
  oneCase,
  overviews,
  possibleLists,
  type Question,
  type Questions,
} from '../operations/questions.ts';
import type { Variant } from '../variants/variant.ts';
import { answerOf } from './answers.ts';

type Answer = Readonly<{
  data: Readonly<{ cases: Readonly<{ edges: readonly Readonly<{ node: Readonly<{ id: string }> }>[] }> }>;
}>;

const pageSize = 20;
const casesOfEach = 2;

/** Looks into the city: lists that fill a page, and cases that the same callers may see. */
export async function preparedQuestions(variant: Variant): Promise<Questions> {
  const looked: { question: Question; ids: readonly string[] }[] = [];
  for (const question of possibleLists) {
    const { data } = (await answerOf(variant, question)) as Answer;
    looked.push({ question, ids: data.cases.edges.map(({ node }) => node.id) });
  }
  const full = looked.filter(({ ids }) => ids.length === pageSize);
  if (full.length === 0) throw new Error('no list of cases fills a page');
  return {
    list: full.map(({ question }) => question),
    overview: overviews,
    entity: full.flatMap(({ question, ids }, at) =>
      // Not the same cases for all: callers of one county see the same lists.
      ids
        .slice((at % 9) * casesOfEach, (at % 9) * casesOfEach + casesOfEach)
        .map((id, nth) => oneCase(question.caller, question.turn * casesOfEach + nth, id)),
    ),
    mutation: mutations,
  };
}
