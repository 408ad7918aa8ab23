import { indicatorDefinitions } from '../indicator-definitions.ts';
import { severities } from '../unit-fact.ts';
import { serviceFailureKinds } from './service-failure-kind.ts';
import {
  both,
  countFrom,
  exactly,
  fault,
  isRecord,
  listOf,
  numberBetween,
  objectOf,
  oneOf,
  placeIn,
  recordOf,
  text,
  valid,
  type Shape,
} from './shape.ts';

const most = 1000;
const anyPoints = numberBetween(0, most);
const share = numberBetween(0, 1);

const indicator = oneOf(
  indicatorDefinitions.map(({ code }) => code),
  'UNKNOWN_INDICATOR',
);
const failureKind = oneOf(serviceFailureKinds, 'UNKNOWN_FACT');
const severity = oneOf(severities);

/** A rule set begins with a quarter. */
const firstDayOfQuarter = valid((value) => typeof value === 'string' && /^20\d\d-(01|04|07|10)-01$/.test(value));

const bands = both(
  valid((value) => Array.isArray(value) && value.length > 0),
  listOf((value, place) =>
    Array.isArray(value) && value.length === 2
      ? [...share(value[0], `${place}[0]`), ...anyPoints(value[1], `${place}[1]`)]
      : fault('VALUE_INVALID', place),
  ),
);

const ofSeverity = objectOf({ severity });

/** The closed set of operators, each with its parts. The evaluator (`level.ts`) knows exactly these. */
const operators: readonly Readonly<Record<string, Shape>>[] = [
  { scoreBelow: numberBetween(-most, most) },
  { indicator, below: share, minN: countFrom(1) },
  { factCount: ofSeverity, gte: countFrom(1) },
  { fact: ofSeverity, gte: countFrom(1) },
  { yellowConsecutive: countFrom(1) },
  { overdueOver30d: objectOf({ gte: countFrom(1) }) },
];

const condition: Shape = (value, place) => {
  if (!isRecord(value)) return fault('UNKNOWN_OPERATOR', place);
  const named = operators.find((parts) => Object.keys(value).some((key) => key === Object.keys(parts)[0]));
  if (!named) return fault('UNKNOWN_OPERATOR', placeIn(place, Object.keys(value)[0] ?? ''));
  const stranger = Object.keys(value).find((key) => !operators.some((parts) => Object.hasOwn(parts, key)));
  return stranger === undefined ? objectOf(named)(value, place) : fault('UNKNOWN_OPERATOR', placeIn(place, stranger));
};

/** The form of a rule set: every field that `RuleSetDocument` has, and no other. */
export const ruleSetShape: Shape = objectOf({
  version: valid((value) => typeof value === 'string' && /^RS-20\d\d-[1-9]\d?$/.test(value)),
  effectiveFrom: firstDayOfQuarter,
  period: exactly('QUARTER'),
  base: numberBetween(1, most),
  creditCap: anyPoints,
  legalBasis: both(
    listOf(text),
    valid((value) => Array.isArray(value) && value.length > 0),
  ),
  trailing4Quarters: listOf(indicator),
  exposure: objectOf({
    reference: numberBetween(1, most),
    min: share,
    max: share,
    deadlines: listOf(text),
    only: listOf(text),
    fullFor: both(listOf(oneOf(['SERIOUS', 'INTEGRITY'])), containing('SERIOUS', 'INTEGRITY')),
  }),
  integrityFacts: listOf(failureKind),
  forgiveOne: objectOf({ fromN: countFrom(1), belowN: countFrom(1), except: listOf(indicator) }),
  indicatorItems: listOf(objectOf({ indicator, bands }, { direction: oneOf(['HIGHER', 'LOWER']), credit: bands })),
  factItems: listOf(objectOf({ fact: failureKind, points: anyPoints, severity })),
  unscoredFacts: listOf(failureKind),
  scoredOnlyThroughIndicators: listOf(failureKind),
  scoredByIndicatorWhenRated: recordOf(failureKind, indicator),
  factors: objectOf({
    selfReportedWithin3wdOfOccurrence: share,
    remediedWithin10wdOfConfirmation: share,
    unremediedOver15wdOfConfirmation: numberBetween(1, 10),
    deliberateConcealment: numberBetween(1, 10),
    maxProduct: numberBetween(1, 10),
    // What is serious never weighs less, and how a fault came to light never weighs at all.
    belowOneNeverFor: both(listOf(severity), containing('SERIOUS')),
    discoveryRouteIsAFactor: exactly(false),
  }),
  sample: objectOf({
    period: exactly('QUARTER'),
    share,
    min: countFrom(1),
    drawnBy: exactly('SYS'),
    lookBackOnlyFindingsScored: listOf(oneOf(['SERIOUS'])),
  }),
  credits: listOf(objectOf({ event: text, points: anyPoints, max: anyPoints })),
  warningRules: listOf(objectOf({ level: oneOf(['YELLOW', 'RED']), any: listOf(condition) })),
  ladder: recordOf(text, listOf(text)),
  appeal: objectOf({
    windowWorkdays: countFrom(10),
    decisionWorkdays: countFrom(1),
    decider: text,
    panel: listOf(text),
    countsUntilOverturned: exactly(true),
  }),
  neverScored: listOf(text),
  neverTargeted: (value, place) => (value === '= neverScored' ? [] : listOf(text)(value, place)),
});

function containing(...needed: readonly string[]): Shape {
  return valid((value) => Array.isArray(value) && needed.every((item) => value.includes(item)));
}
