import { restlessGroups } from './pulse-movers.ts';
import {
  pulseQuestions,
  type Membership,
  type PulseAnswers,
  type PulseBand,
  type PulseResult,
  type PulseShare,
} from './pulse.ts';

/** A group with all that was answered in it. */
export type AnsweredGroup = Membership & Readonly<{ answers: readonly PulseAnswers[] }>;

/** No number that can be had, given or worked out, rests on fewer people. */
export const fewest = 7;

const isNobody = (count: number): boolean => count === 0;
const isCrowd = (count: number): boolean => count >= fewest;

/**
 * What may be told of a month: groups of at least 7 answers whose membership has not changed by one or two since any
 * earlier month, and the whole city where what is left when they are taken from it is nobody or at least 7. So neither
 * two groups, nor a group and the city, nor two months set against each other say anything about fewer.
 */
export function published(
  groups: readonly AnsweredGroup[],
  earlier: readonly (readonly Membership[])[],
): readonly PulseResult[] {
  const restless = restlessGroups(groups, earlier);
  const told = withCrowdLeft(
    groups.filter(({ unitGroup, answers }) => isCrowd(answers.length) && !restless.has(unitGroup)),
    sum(groups.map(({ answers }) => answers.length)),
  );
  const city = joined(groups);
  const tellsCity = restless.size === 0 && isCrowd(city.answers.length);
  const results = told.map((group) =>
    resultOf(
      group.unitGroup,
      group,
      pulseQuestions.map((_, at) => shareOf(group, at)),
    ),
  );
  return tellsCity
    ? [
        resultOf(
          null,
          city,
          pulseQuestions.map((_, at) => shareLeaving(city, told, at)),
        ),
        ...results,
      ]
    : results;
}

/** Leaves out the smallest ones until those who are in no group that is told are nobody, or at least 7. */
function withCrowdLeft(candidates: readonly AnsweredGroup[], all: number): readonly AnsweredGroup[] {
  const left = all - sum(candidates.map(({ answers }) => answers.length));
  if (candidates.length === 0 || isNobody(left) || isCrowd(left)) return candidates;
  const smallest = candidates.reduce((least, group) => (group.answers.length < least.answers.length ? group : least));
  return withCrowdLeft(
    candidates.filter((group) => group !== smallest),
    all,
  );
}

type Answered = Readonly<{ members: readonly string[]; answers: readonly PulseAnswers[] }>;

const joined = (groups: readonly AnsweredGroup[]): Answered => ({
  members: groups.flatMap(({ members }) => members),
  answers: groups.flatMap(({ answers }) => answers),
});

const resultOf = (unitGroup: string | null, { members, answers }: Answered, shares: readonly Share[]): PulseResult => ({
  unitGroup,
  staff: members.length,
  participants: answers.length,
  questions: shares.map((share, at) => ({ ...share, question: pulseQuestions[at] ?? 'WORKLOAD' })),
});

type Share = Omit<PulseShare, 'question'>;
type Split = Readonly<{ favourable: number; other: number }>;

const splitOf = (answers: readonly PulseAnswers[], question: number): Split => {
  const favourable = answers.filter((answer) => (answer[question] ?? 0) >= 4).length;
  return { favourable, other: answers.length - favourable };
};

/** A share says nothing about anybody where both those who agree and those who do not are at least 7. */
const isTellable = ({ favourable, other }: Split): boolean => isCrowd(favourable) && isCrowd(other);

const told = ({ favourable, other }: Split, isTold: boolean): Share => {
  const share = favourable / (favourable + other);
  return { share: isTold ? share : null, band: bandOf(share) };
};

const bandOf = (share: number): PulseBand => (share < 1 / 3 ? 'LOW' : share <= 2 / 3 ? 'MIDDLE' : 'HIGH');

function shareOf({ answers }: Answered, question: number): Share {
  const split = splitOf(answers, question);
  return told(split, isTellable(split));
}

/** Of the city: only where what is left of it without the groups whose share is told is nobody, or tellable too. */
function shareLeaving({ answers }: Answered, groups: readonly AnsweredGroup[], question: number): Share {
  const split = splitOf(answers, question);
  const shown = groups.map((group) => splitOf(group.answers, question)).filter(isTellable);
  const left = {
    favourable: split.favourable - sum(shown.map(({ favourable }) => favourable)),
    other: split.other - sum(shown.map(({ other }) => other)),
  };
  return told(split, isTellable(split) && (isTellable(left) || isNobody(left.favourable + left.other)));
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
