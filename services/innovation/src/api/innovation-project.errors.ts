import { commonRefusals, type Refusal, type Wording } from '@onevisit/subgraph';
import type {
  ApproveProjectErrorCode,
  EvaluateProjectErrorCode,
  ProposeProjectErrorCode,
  StartPilotErrorCode,
} from './generated.ts';

const { IDEMPOTENCY_KEY_REUSED, STALE_VERSION, WRONG_STATE } = commonRefusals;

const PROJECT_NOT_FOUND: Refusal = { zh: '没有这个创新项目。', en: 'There is no such project.', path: ['projectId'] };
const REASON_TOO_LONG: Refusal = {
  zh: '说明不能超过5000字。',
  en: 'A reason has 5,000 characters at most.',
  path: ['reason'],
};

/** What every decision on the stage of a project may be refused with. */
export const stageErrors = {
  PROJECT_NOT_FOUND,
  REASON_TOO_LONG,
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
} satisfies Wording<string>;

export const proposeProjectErrors: Wording<ProposeProjectErrorCode> = {
  TITLE_EMPTY: { zh: '请填写项目名称。', en: 'Give the project a title.', path: ['title'] },
  TITLE_TOO_LONG: { zh: '项目名称不能超过100字。', en: 'A title has 100 characters at most.', path: ['title'] },
  HYPOTHESIS_EMPTY: { zh: '请写明工作设想。', en: 'Say why it should help.', path: ['hypothesis'] },
  HYPOTHESIS_TOO_LONG: {
    zh: '工作设想不能超过5000字。',
    en: 'A hypothesis has 5,000 characters at most.',
    path: ['hypothesis'],
  },
  OWNER_NOT_FOUND: { zh: '没有找到您所在的单位。', en: 'Your organization is not in force.' },
  ISSUE_TYPE_NOT_FOUND: { zh: '没有这个内容分类。', en: 'There is no such issue type.', path: ['issueTypeCode'] },
  LEAD_NOT_FOUND: {
    zh: '项目负责人不在信访干部名册中。',
    en: 'The lead is not on the list of staff.',
    path: ['leadId'],
  },
  CAMPAIGN_NOT_FOUND: { zh: '没有这个攻坚战。', en: 'There is no such campaign.', path: ['campaignId'] },
  INDICATOR_NOT_FOUND: { zh: '没有这个指标。', en: 'There is no such indicator.', path: ['metrics'] },
  INDICATOR_NEVER_TARGETED: {
    zh: '该指标不设目标。',
    en: 'No target is set for this indicator.',
    path: ['metrics'],
    ruleRef: 'RS-2026-1 neverTargeted',
  },
  BASELINE_BACKWARDS: { zh: '基线期止早于基线期起。', en: 'The baseline ends before it begins.', path: ['metrics'] },
  TARGET_OUT_OF_RANGE: {
    zh: '目标值不能为负，比率不能大于1。',
    en: 'A target is not negative, and a share is not more than 1.',
    path: ['metrics'],
  },
  GUARDRAIL_IS_METRIC: {
    zh: '护栏指标不能与衡量指标相同。',
    en: 'What a metric is to change cannot guard it.',
    path: ['metrics'],
  },
  GUARDRAIL_ONLY_SHOWN: {
    zh: '该指标只展示、不评优劣，不能作为护栏指标。',
    en: 'Of this indicator neither way is a merit, so it cannot guard.',
    path: ['metrics'],
    ruleRef: 'RS-2026-1 neverTargeted',
  },
  UNIT_NOT_FOUND: { zh: '试点单位或者对照单位不存在。', en: 'A pilot or comparison unit is not there.' },
  UNIT_ON_BOTH_SIDES: {
    zh: '同一单位不能既试点又对照。',
    en: 'A unit cannot try it and be compared with.',
    path: ['comparisonUnitIds'],
  },
  TOO_MANY: {
    zh: '指标、护栏指标各不超过10个，单位不超过50个。',
    en: 'Ten metrics, ten guardrails and fifty units are the most.',
  },
  IDEMPOTENCY_KEY_REUSED,
};

export const approveProjectErrors: Wording<ApproveProjectErrorCode> = {
  PROJECT_NOT_FOUND,
  METRIC_MISSING: { zh: '没有衡量指标，不能立项。', en: 'Nothing says what it will be measured by.' },
  COMPARISON_MISSING: {
    zh: '没有试点单位或者对照单位，不能立项。',
    en: 'Nothing says where it is tried and what that is compared with.',
  },
  REASON_TOO_LONG,
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const startPilotErrors: Wording<StartPilotErrorCode> = {
  PROJECT_NOT_FOUND,
  REASON_TOO_LONG,
  PILOT_TOO_SHORT: {
    zh: '试点期至少包含一个完整季度。',
    en: 'A trial lasts a whole quarter of the calendar at least.',
    path: ['pilotTo'],
    ruleRef: 'E23',
  },
  BASELINE_NOT_OVER: {
    zh: '基线期必须在试点开始之前结束。',
    en: 'A baseline ends before the trial begins.',
    ruleRef: 'E23',
  },
  BASELINE_TOO_SHORT: {
    zh: '基线期至少包含一个完整季度。',
    en: 'A baseline holds a whole quarter of the calendar at least.',
    ruleRef: 'E23',
  },
  STEPS_MISMATCH: {
    zh: '分批对照须逐一写明各试点单位的启动时间，其他方法不写。',
    en: 'A stepped wedge names once when each pilot unit begins; the other methods do not.',
    path: ['steps'],
  },
  STEP_OUTSIDE_PILOT: {
    zh: '各单位的启动时间应在试点期内。',
    en: 'A unit begins in the time of the trial.',
    path: ['steps'],
  },
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const evaluateProjectErrors: Wording<EvaluateProjectErrorCode> = {
  PROJECT_NOT_FOUND,
  REASON_TOO_LONG,
  NOT_PREREGISTERED: {
    zh: '试点前没有登记评估方案，不能评估。',
    en: 'Nothing was laid down before the trial, so it cannot be judged.',
    ruleRef: 'E23',
  },
  NO_FULL_QUARTER: {
    zh: '试点还没有满一个完整季度。',
    en: 'No whole quarter of the trial is over.',
    ruleRef: 'E23',
  },
  PILOT_NOT_OVER: {
    zh: '登记的试点期尚未结束，不能提前评估。',
    en: 'The trial is not over, and is not judged early.',
    ruleRef: 'E23',
  },
  QUARTER_NOT_COMPUTED: {
    zh: '试点期最后一个季度的主要指标尚未公布。',
    en: 'The main metric of the last quarter is not published yet.',
  },
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};
