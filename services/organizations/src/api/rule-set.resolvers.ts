import { canonicalJson } from '@onevisit/evidence';
import { payload, type FieldsOf } from '@onevisit/subgraph';
import { findIndicatorDefinition } from '../app/indicator/find-indicator-definition.ts';
import type { ServiceOperation } from '../app/operation.ts';
import { checkRuleSet, draftRuleSet } from '../app/rule-set/draft-rule-set.ts';
import { findRuleSet, findRuleSetById, listRuleSets, ruleSetOnRecord } from '../app/rule-set/find-rule-set.ts';
import { openConsultation } from '../app/rule-set/open-consultation.ts';
import { publishRuleSet } from '../app/rule-set/publish-rule-set.ts';
import { effectiveTo, ruleSetState, type RuleSetOnRecord } from '../domain/rule-set.ts';
import type { Band, FactItem, IndicatorItem } from '../domain/scoring/rule-set-document.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  RuleSetFactItemResolvers,
  RuleSetIndicatorItemResolvers,
  ScoreBandResolvers,
  ScoringRuleSetResolvers,
} from './generated.ts';
import { draftFault, draftRuleSetErrors, openConsultationErrors, publishRuleSetErrors } from './rule-set.errors.ts';

export const ruleSetQueries = {
  scoringRuleSets: (_, _arguments, operation) => listRuleSets(operation, null),
  scoringRuleSet: (_, { version }, operation) => findRuleSet(operation, version),
} satisfies Partial<QueryResolvers>;

export const ruleSetMutations = {
  draftRuleSet: async (_, { input }, operation) => {
    const faults = await checkRuleSet(operation, input.document);
    const { language } = operation.viewer;
    if (faults.length > 0) return { ruleSet: null, errors: faults.map((fault) => draftFault(fault, language)) };
    return payload(operation, await draftRuleSet(operation, input), draftRuleSetErrors, madeBy(operation));
  },
  openConsultation: async (_, { input }, operation) =>
    payload(operation, await openConsultation(operation, input), openConsultationErrors, madeBy(operation)),
  publishRuleSet: async (_, { input }, operation) =>
    payload(operation, await publishRuleSet(operation, input), publishRuleSetErrors, madeBy(operation)),
} satisfies Partial<MutationResolvers>;

export const ruleSetFields: FieldsOf<ScoringRuleSetResolvers, RuleSetOnRecord> = {
  __resolveReference: (reference, operation) =>
    'id' in reference ? findRuleSetById(operation, reference.id) : findRuleSet(operation, reference.version),
  legalBasis: ({ document }) => document.legalBasis,
  effectiveTo: (ruleSet) => effectiveTo(ruleSet),
  state: (ruleSet, _, { today }) => ruleSetState(ruleSet, today),
  document: ({ document }) => canonicalJson(document),
  indicatorItems: ({ document }) => document.indicatorItems,
  factItems: ({ document }) => document.factItems,
};

export const ruleSetIndicatorItemFields: FieldsOf<RuleSetIndicatorItemResolvers, IndicatorItem> = {
  indicator: ({ indicator }, _, operation) => findIndicatorDefinition(operation, indicator),
  credits: ({ credit }) => credit ?? [],
};

export const ruleSetFactItemFields: FieldsOf<RuleSetFactItemResolvers, FactItem> = {
  kind: ({ fact }) => fact,
};

export const scoreBandFields: FieldsOf<ScoreBandResolvers, Band> = {
  threshold: ([threshold]) => threshold,
  points: ([, points]) => points,
};

const madeBy = (operation: ServiceOperation) => async (made: Readonly<{ ruleSetId: string }>) => ({
  ruleSet: await ruleSetOnRecord(operation, made.ruleSetId),
});
