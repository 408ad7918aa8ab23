import { commonRefusals, type Wording } from '@onevisit/subgraph';
import type { SetTargetErrorCode } from './generated.ts';

const { IDEMPOTENCY_KEY_REUSED, WRONG_STATE } = commonRefusals;

export const setTargetErrors: Wording<SetTargetErrorCode> = {
  CAMPAIGN_NOT_FOUND: { zh: '没有这场攻坚战。', en: 'There is no such campaign.', path: ['campaignCode'] },
  NOT_YOUR_CAMPAIGN: {
    zh: '专班只能为所承担的攻坚战设定目标。',
    en: 'A task force sets targets of the campaigns that it carries.',
    path: ['campaignCode'],
  },
  INDICATOR_NOT_FOUND: { zh: '没有这个指标。', en: 'There is no such indicator.', path: ['indicatorCode'] },
  ORGANIZATION_NOT_FOUND: { zh: '没有这个单位。', en: 'There is no such organization.', path: ['organizationId'] },
  OWNER_WITHOUT_POST: {
    zh: '责任人应为该单位的领导。',
    en: 'The owner holds a leadership post of the organization.',
    path: ['ownerId'],
  },
  TARGET_ALREADY_SET: {
    zh: '该单位的这项目标已经设定，不得更改。',
    en: 'That target is set, and is not changed.',
    path: ['indicatorCode'],
  },
  INDICATOR_NEVER_TARGETED: {
    zh: '信访数量等不得作为目标。',
    en: 'Counts of people who petition, and what can only be pressed for, are no target.',
    path: ['indicatorCode'],
  },
  TARGET_OUT_OF_RANGE: {
    zh: '目标值不能为负，比例不能大于 1。',
    en: 'A target is not negative, and a share not more than 1.',
    path: ['target'],
  },
  TARGET_NOT_BETTER: { zh: '目标值应优于现值。', en: 'A target is better than what is.', path: ['target'] },
  PLAN_EMPTY: { zh: '请写明工作方案。', en: 'Say how it is to be reached.', path: ['plan'] },
  PLAN_TOO_LONG: { zh: '工作方案不超过 5000 字。', en: 'A plan has at most 5,000 characters.', path: ['plan'] },
  DATE_OUT_OF_RANGE: {
    zh: '完成期限应在今日之后、攻坚战结束之前。',
    en: 'After today, and while the campaign runs.',
    path: ['dueOn'],
  },
  WRONG_STATE,
  IDEMPOTENCY_KEY_REUSED,
};
