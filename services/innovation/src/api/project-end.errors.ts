import type { Wording } from '@onevisit/subgraph';
import type {
  ReplicateProjectErrorCode,
  ShowcaseProjectErrorCode,
  StandardizeProjectErrorCode,
  StopProjectErrorCode,
  SustainProjectErrorCode,
} from './generated.ts';
import { stageErrors } from './innovation-project.errors.ts';

export const standardizeProjectErrors: Wording<StandardizeProjectErrorCode> = {
  ...stageErrors,
  BECAME_WORSE: {
    zh: '评估结论变差或者护栏指标变差，不能成规。',
    en: 'What became worse, or made a guardrail worse, does not become the rule.',
    ruleRef: 'E23',
  },
};

export const replicateProjectErrors: Wording<ReplicateProjectErrorCode> = stageErrors;

export const showcaseProjectErrors: Wording<ShowcaseProjectErrorCode> = {
  ...stageErrors,
  NOT_IMPROVED: {
    zh: '主要指标没有改善，不能召开现场会。',
    en: 'The main metric did not improve, so there is nothing to show.',
    ruleRef: 'E23',
  },
  GUARDRAIL_WORSE: {
    zh: '护栏指标变差，不能召开现场会。',
    en: 'Something that must not become worse did.',
    ruleRef: 'E23',
  },
};

export const sustainProjectErrors: Wording<SustainProjectErrorCode> = stageErrors;

export const stopProjectErrors: Wording<StopProjectErrorCode> = {
  ...stageErrors,
  REASON_EMPTY: { zh: '请写明终止原因，原因将予公布。', en: 'Say why; it will be published.', path: ['reason'] },
};
