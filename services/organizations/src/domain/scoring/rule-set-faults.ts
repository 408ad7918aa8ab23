import { indicatorDefinitions } from '../indicator-definitions.ts';
import type { Band, IndicatorItem, RuleSetDocument } from './rule-set-document.ts';
import { ruleSetShape } from './rule-set-shape.ts';
import { serviceFailureKinds } from './service-failure-kind.ts';
import { fault, type Fault } from './shape.ts';

/** What no rule set may ever score: what people do, who they are, and what can only be pressed for. */
export const neverScoredByAnyRule = [
  'contactVolume',
  'collectiveContact',
  'higherLevelContact',
  'petitioner',
  'staff',
  'mutualRating',
  'resultAspect',
  'K24',
  'K27',
] as const;

/** All that keeps a document from being a rule set, each with its place; nothing where it is one. Undefined is no JSON. */
export function faultsIn(document: unknown): readonly Fault[] {
  if (document === undefined) return fault('NOT_JSON', '');
  const faults = ruleSetShape(document, '');
  return faults.length > 0 ? faults : contradictionsIn(document as RuleSetDocument);
}

/** Of a document whose every part is well formed: what does not fit together. */
const contradictionsIn = (document: RuleSetDocument): readonly Fault[] => [
  ...faultsInLimits(document),
  ...document.indicatorItems.flatMap((item, index) => faultsInItem(document, item, index)),
  ...faultsInFactLists(document),
  ...faultsInWarningRules(document),
  ...missingProtection(document),
];

function faultsInLimits({ exposure, forgiveOne }: RuleSetDocument): readonly Fault[] {
  return [
    ...(exposure.min > exposure.max ? fault('VALUE_INVALID', 'exposure.min') : []),
    ...(forgiveOne.fromN > forgiveOne.belowN ? fault('VALUE_INVALID', 'forgiveOne.fromN') : []),
  ];
}

function faultsInItem(document: RuleSetDocument, item: IndicatorItem, index: number): readonly Fault[] {
  const place = `indicatorItems[${index}]`;
  const first = document.indicatorItems.findIndex(({ indicator }) => indicator === item.indicator);
  const definition = indicatorDefinitions.find(({ code }) => code === item.indicator);
  if (document.neverScored.includes(item.indicator) || definition?.direction === 'SHOWN')
    return fault('INDICATOR_NEVER_SCORED', `${place}.indicator`);
  if (definition?.unit !== 'SHARE') return fault('UNKNOWN_INDICATOR', `${place}.indicator`);
  const direction = item.direction ?? 'HIGHER';
  return [
    ...(first < index ? fault('INDICATOR_TWICE', `${place}.indicator`) : []),
    ...(direction === definition.direction ? [] : fault('VALUE_INVALID', `${place}.direction`)),
    ...disorderIn(item.bands, direction, `${place}.bands`),
    ...lastBandOpen(item.bands, direction, `${place}.bands`),
    ...disorderIn(
      (item.credit ?? []).map(([threshold, points]) => [threshold, -points]),
      direction,
      `${place}.credit`,
    ),
  ];
}

/** Bands go from the best value to the worst, and what is worse never costs less. */
const disorderIn = (bands: readonly Band[], direction: 'HIGHER' | 'LOWER', place: string): readonly Fault[] =>
  bands.flatMap(([threshold, points], index) => {
    const before = bands[index - 1];
    if (!before) return [];
    const isWorse = direction === 'HIGHER' ? threshold < before[0] : threshold > before[0];
    return isWorse && points >= before[1] ? [] : fault('BANDS_DISORDERED', `${place}[${index}]`);
  });

/** The last band takes every value that is left. */
function lastBandOpen(bands: readonly Band[], direction: 'HIGHER' | 'LOWER', place: string): readonly Fault[] {
  const worst = direction === 'HIGHER' ? 0 : 1;
  return bands.at(-1)?.[0] === worst ? [] : fault('BANDS_DISORDERED', `${place}[${bands.length - 1}]`);
}

function faultsInFactLists(document: RuleSetDocument): readonly Fault[] {
  const lists = [
    ...document.factItems.map(({ fact }, index) => ({ fact, place: `factItems[${index}].fact` })),
    ...document.unscoredFacts.map((fact, index) => ({ fact, place: `unscoredFacts[${index}]` })),
    ...document.scoredOnlyThroughIndicators.map((fact, index) => ({
      fact,
      place: `scoredOnlyThroughIndicators[${index}]`,
    })),
  ];
  const listed = new Set(lists.map(({ fact }) => fact));
  return [
    ...serviceFailureKinds.filter((kind) => !listed.has(kind)).flatMap((kind) => fault('FACT_IN_NO_LIST', kind)),
    ...lists
      .filter(({ fact }, index) => lists.findIndex((other) => other.fact === fact) < index)
      .flatMap(({ place }) => fault('FACT_IN_TWO_LISTS', place)),
    ...unscoredReferences(document),
  ];
}

/** A fact that an indicator stands for has points of its own while that indicator is not rated. */
function unscoredReferences({
  scoredByIndicatorWhenRated,
  factItems,
  indicatorItems,
  integrityFacts,
}: RuleSetDocument) {
  const isFactItem = (kind: string) => factItems.some(({ fact }) => fact === kind);
  const isIndicatorItem = (code: string) => indicatorItems.some(({ indicator }) => indicator === code);
  return [
    ...Object.entries(scoredByIndicatorWhenRated).flatMap(([kind, code]) => {
      const place = `scoredByIndicatorWhenRated.${kind}`;
      if (!isFactItem(kind)) return fault('UNKNOWN_FACT', place);
      return isIndicatorItem(code) ? [] : fault('UNKNOWN_INDICATOR', place);
    }),
    ...integrityFacts.flatMap((kind, index) =>
      isFactItem(kind) ? [] : fault('UNKNOWN_FACT', `integrityFacts[${index}]`),
    ),
  ];
}

const faultsInWarningRules = ({ warningRules, factItems }: RuleSetDocument): readonly Fault[] =>
  warningRules.flatMap(({ any }, ruleIndex) =>
    any.flatMap((condition, index) => {
      const counted = 'factCount' in condition ? condition.factCount : 'fact' in condition ? condition.fact : null;
      const isCarried = counted === null || factItems.some(({ severity }) => severity === counted.severity);
      return isCarried ? [] : fault('SEVERITY_UNCARRIED', `warningRules[${ruleIndex}].any[${index}]`);
    }),
  );

const missingProtection = ({ neverScored }: RuleSetDocument): readonly Fault[] =>
  neverScoredByAnyRule
    .filter((item) => !neverScored.includes(item))
    .flatMap((item) => fault('NEVER_SCORED_MISSING', `neverScored: ${item}`));
