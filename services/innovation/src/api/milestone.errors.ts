import { type Refusal, type Wording } from '@onevisit/subgraph';
import type {
  AddMilestoneErrorCode,
  CloseRiskErrorCode,
  NoteRiskErrorCode,
  RecordMilestoneErrorCode,
  SetProjectTeamErrorCode,
} from './generated.ts';
import { stageErrors } from './innovation-project.errors.ts';

const { PROJECT_NOT_FOUND, STALE_VERSION, IDEMPOTENCY_KEY_REUSED } = stageErrors;

const WRONG_STATE: Refusal = { zh: '项目已经终止或者常态化。', en: 'The project is over.' };
const NOT_ON_TEAM: Refusal = {
  zh: '只有项目负责人、团队成员和创新专班可以安排项目。',
  en: 'The lead, the team and the innovation lead plan a project.',
};

export const addMilestoneErrors: Wording<AddMilestoneErrorCode> = {
  PROJECT_NOT_FOUND,
  NOT_ON_TEAM,
  TITLE_EMPTY: { zh: '请填写里程碑名称。', en: 'Give the milestone a title.', path: ['title'] },
  TITLE_TOO_LONG: { zh: '名称不能超过100字。', en: 'A title has 100 characters at most.', path: ['title'] },
  WEIGHT_OUT_OF_RANGE: { zh: '权重应在1到100之间。', en: 'A weight is from 1 to 100.', path: ['weight'] },
  DUE_IN_THE_PAST: { zh: '计划完成日不能早于今天。', en: 'What is planned is due today or later.', path: ['dueOn'] },
  TOO_MANY: { zh: '里程碑不超过30个。', en: 'Thirty milestones are the most.' },
  WRONG_STATE,
  IDEMPOTENCY_KEY_REUSED,
};

export const recordMilestoneErrors: Wording<RecordMilestoneErrorCode> = {
  MILESTONE_NOT_FOUND: { zh: '没有这个里程碑。', en: 'There is no such milestone.', path: ['milestoneId'] },
  NOT_ON_TEAM,
  EVIDENCE_EMPTY: { zh: '请写明完成情况。', en: 'Say what shows that it was reached.', path: ['evidence'] },
  EVIDENCE_TOO_LONG: { zh: '完成情况不能超过5000字。', en: 'Up to 5,000 characters.', path: ['evidence'] },
  ALREADY_REACHED: { zh: '该里程碑已经完成。', en: 'It was reached before.' },
  WRONG_STATE,
  IDEMPOTENCY_KEY_REUSED,
};

export const setProjectTeamErrors: Wording<SetProjectTeamErrorCode> = {
  PROJECT_NOT_FOUND,
  NOT_ON_TEAM,
  MEMBER_NOT_FOUND: {
    zh: '团队成员不在信访干部名册中。',
    en: 'Somebody of them is not on the list of staff.',
    path: ['memberIds'],
  },
  TOO_MANY: { zh: '团队成员不超过30人。', en: 'Thirty members are the most.', path: ['memberIds'] },
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

const TEXT_TOO_LONG: Refusal = { zh: '不能超过5000字。', en: 'Up to 5,000 characters.' };

export const noteRiskErrors: Wording<NoteRiskErrorCode> = {
  PROJECT_NOT_FOUND,
  NOT_ON_TEAM,
  DESCRIPTION_EMPTY: { zh: '请写明风险。', en: 'Say what may go wrong.', path: ['description'] },
  MEASURE_EMPTY: { zh: '请写明防范措施。', en: 'Say what is done against it.', path: ['measure'] },
  TEXT_TOO_LONG,
  TOO_MANY: { zh: '未处置的风险不超过30个。', en: 'Thirty open risks are the most.' },
  WRONG_STATE,
  IDEMPOTENCY_KEY_REUSED,
};

export const closeRiskErrors: Wording<CloseRiskErrorCode> = {
  RISK_NOT_FOUND: { zh: '没有这个风险。', en: 'There is no such risk.', path: ['riskId'] },
  NOT_ON_TEAM,
  OUTCOME_EMPTY: { zh: '请写明处置结果。', en: 'Say what became of it.', path: ['outcome'] },
  TEXT_TOO_LONG,
  ALREADY_CLOSED: { zh: '该风险已经处置。', en: 'It was closed before.' },
  WRONG_STATE,
  IDEMPOTENCY_KEY_REUSED,
};
