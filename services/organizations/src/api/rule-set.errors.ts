import { commonRefusals, said, type PayloadError, type Text, type Wording } from '@onevisit/subgraph';
import type { Language } from '@onevisit/kernel';
import type { Fault, FaultCode } from '../domain/scoring/shape.ts';
import type { DraftRuleSetErrorCode, OpenConsultationErrorCode, PublishRuleSetErrorCode } from './generated.ts';

const { IDEMPOTENCY_KEY_REUSED, WRONG_STATE } = commonRefusals;
const RULE_SET_NOT_FOUND = { zh: '没有这个版本的计分规则。', en: 'There is no such rule set.', path: ['version'] };

const faultTexts: Readonly<Record<FaultCode, Text>> = {
  NOT_JSON: { zh: '规则全文不是有效的 JSON', en: 'The text is not JSON' },
  FIELD_MISSING: { zh: '缺少字段', en: 'A field is missing' },
  FIELD_UNKNOWN: { zh: '不认识的字段', en: 'No rule set has this field' },
  VALUE_INVALID: { zh: '取值无效', en: 'The value is not valid' },
  UNKNOWN_OPERATOR: { zh: '预警条件使用了未知的运算', en: 'The operator is unknown' },
  UNKNOWN_INDICATOR: { zh: '没有可以计分的这个指标', en: 'There is no such indicator to be scored' },
  INDICATOR_NEVER_SCORED: { zh: '该指标永不计分', en: 'This indicator is never scored' },
  INDICATOR_TWICE: { zh: '指标重复', en: 'The indicator is there twice' },
  BANDS_DISORDERED: { zh: '档次未按由优到劣排列，或者有遗漏', en: 'The bands are out of order, or leave values out' },
  UNKNOWN_FACT: { zh: '没有这种失责类型', en: 'There is no such kind of failure to be scored' },
  FACT_IN_NO_LIST: { zh: '失责类型未列入任何清单', en: 'A kind of failure is in no list' },
  FACT_IN_TWO_LISTS: { zh: '失责类型重复列入', en: 'A kind of failure is listed twice' },
  SEVERITY_UNCARRIED: {
    zh: '预警条件使用了没有任何事实具有的过错程度',
    en: 'No fact carries the severity that is counted',
  },
  NEVER_SCORED_MISSING: { zh: '永不计分的事项没有列全', en: 'What no rule set may score is not named' },
};

const ruleRef = '信访工作条例 第三十九条';

/** What is wrong with the text of a rule set, with the place where it stands. */
export const draftFault = ({ code, place }: Fault, language: Language): PayloadError<FaultCode> => ({
  code,
  message: said(
    place === ''
      ? faultTexts[code]
      : { zh: `${faultTexts[code].zh}：${place}`, en: `${faultTexts[code].en}: ${place}` },
    language,
  ),
  path: ['input', 'document', ...(place === '' ? [] : [place])],
  ruleRef,
});

export const draftRuleSetErrors: Wording<DraftRuleSetErrorCode> = {
  ...faultTexts,
  DOCUMENT_TOO_LONG: {
    zh: '规则全文超过 100000 字。',
    en: 'The text has more than 100,000 characters.',
    path: ['document'],
  },
  VERSION_TAKEN: { zh: '该版本已经存在。', en: 'That version is there already.', path: ['document', 'version'] },
  IDEMPOTENCY_KEY_REUSED,
};

export const openConsultationErrors: Wording<OpenConsultationErrorCode> = {
  RULE_SET_NOT_FOUND,
  WRONG_STATE,
  RETROACTIVE: {
    zh: '征求意见结束前该季度已经开始，规则不得溯及既往。',
    en: 'The quarter would begin before the consultation is over: no rule counts backwards.',
    path: ['version'],
  },
  CALENDAR_NOT_PUBLISHED: {
    zh: '工作日历尚未公布，不能计算征求意见期限。',
    en: 'The working days of the consultation cannot be counted yet.',
  },
  IDEMPOTENCY_KEY_REUSED,
};

export const publishRuleSetErrors: Wording<PublishRuleSetErrorCode> = {
  RULE_SET_NOT_FOUND,
  RULE_SET_FAULTY: {
    zh: '规则中有无法计算的内容，请另拟新版本。',
    en: 'It says what cannot be evaluated. Draft a new version.',
    path: ['version'],
  },
  WRONG_STATE,
  CONSULTATION_RUNNING: {
    zh: '征求意见未满十个工作日。',
    en: 'The ten working days of the consultation are not over.',
    path: ['version'],
  },
  RETROACTIVE: {
    zh: '施行日期已到，规则不得溯及既往。',
    en: 'Its quarter has begun: no rule counts backwards.',
    path: ['version'],
  },
  EFFECTIVE_DAY_TAKEN: {
    zh: '已有规则自同日施行。',
    en: 'Another rule set counts from that day.',
    path: ['version'],
  },
  IDEMPOTENCY_KEY_REUSED,
};
