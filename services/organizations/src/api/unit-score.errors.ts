import { commonRefusals, type Wording } from '@onevisit/subgraph';
import type {
  AppealScoreEntryErrorCode,
  ConfirmBureauScoreErrorCode,
  RuleScoreAppealErrorCode,
  ScoreQuarterErrorCode,
} from './generated.ts';

const { IDEMPOTENCY_KEY_REUSED, WRONG_STATE } = commonRefusals;
const ENTRY_NOT_FOUND = { zh: '没有这条计分记录。', en: 'There is no such entry.', path: ['entryId'] };
const CALENDAR_NOT_PUBLISHED = {
  zh: '工作日历尚未公布，不能计算期限。',
  en: 'The working days of the term cannot be counted yet.',
};

export const scoreQuarterErrors: Wording<ScoreQuarterErrorCode> = {
  QUARTER_INVALID: { zh: '季度应写作“2026-Q2”。', en: 'A quarter is written 2026-Q2.', path: ['quarter'] },
  QUARTER_NOT_OVER: { zh: '该季度尚未结束。', en: 'The quarter is not over.', path: ['quarter'] },
  NO_RULE_SET: {
    zh: '该季度第一日没有施行中的计分规则。',
    en: 'No rule set counted on the first day of the quarter.',
    path: ['quarter'],
  },
  ALREADY_SCORED: { zh: '该季度已经计分。', en: 'The quarter is scored already.', path: ['quarter'] },
  CALENDAR_NOT_PUBLISHED,
  IDEMPOTENCY_KEY_REUSED,
};

export const appealScoreEntryErrors: Wording<AppealScoreEntryErrorCode> = {
  ENTRY_NOT_FOUND,
  NOT_OF_YOUR_UNIT: {
    zh: '只能对本单位的计分记录提出申诉。',
    en: 'A unit appeals against its own entries.',
    path: ['entryId'],
  },
  GROUNDS_EMPTY: { zh: '请写明申诉理由。', en: 'Say on what grounds.', path: ['grounds'] },
  GROUNDS_TOO_LONG: {
    zh: '申诉理由不超过 5000 字。',
    en: 'The grounds have at most 5,000 characters.',
    path: ['grounds'],
  },
  WRONG_STATE,
  APPEAL_WINDOW_CLOSED: {
    zh: '申诉期限已过。',
    en: 'The working days for an appeal are over.',
    path: ['entryId'],
  },
  CALENDAR_NOT_PUBLISHED,
  IDEMPOTENCY_KEY_REUSED,
};

export const ruleScoreAppealErrors: Wording<RuleScoreAppealErrorCode> = {
  ENTRY_NOT_FOUND,
  NOT_ON_PANEL: {
    zh: '评议组由联席会议办公室、司法局和其他县（市、区）信访局长组成，您不在其中。',
    en: 'The panel is the joint-conference office, the justice bureau and the chief of another county.',
  },
  REASON_EMPTY: { zh: '请写明评议理由。', en: 'Say for what reason.', path: ['reason'] },
  REASON_TOO_LONG: { zh: '评议理由不超过 5000 字。', en: 'The reason has at most 5,000 characters.', path: ['reason'] },
  WRONG_STATE,
  SEAT_TAKEN: { zh: '该席位已经表决。', en: 'Somebody has voted from that seat.' },
  IDEMPOTENCY_KEY_REUSED,
};

export const confirmBureauScoreErrors: Wording<ConfirmBureauScoreErrorCode> = {
  SCORE_NOT_FOUND: { zh: '没有这个得分。', en: 'There is no such score.', path: ['unitScoreId'] },
  NOT_THE_CITY_BUREAU: {
    zh: '其他单位的得分到期自动确认。',
    en: 'The scores of other units become final by themselves.',
    path: ['unitScoreId'],
  },
  NOT_JOINT_CONFERENCE: {
    zh: '市信访局的得分由联席会议办公室确认。',
    en: 'The joint-conference office confirms the score of the city bureau.',
  },
  WRONG_STATE,
  APPEAL_WINDOW_OPEN: { zh: '申诉期限未满。', en: 'Somebody may still appeal.', path: ['unitScoreId'] },
  IDEMPOTENCY_KEY_REUSED,
};
