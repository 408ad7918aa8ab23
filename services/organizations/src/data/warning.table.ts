import { defineTable } from '@onevisit/data';
import type { Interview } from '../domain/interview.ts';
import type { WarningNotice } from '../domain/warning-notice.ts';

export const warningNoticeTable = defineTable<WarningNotice>('warning_notices', {
  id: 'uuid',
  version: 'integer',
  organizationId: 'uuid',
  unitScoreId: 'uuid',
  level: 'text',
  triggers: 'texts',
  state: 'text',
  issuedAt: 'instant',
  dueAt: 'instant?',
  acknowledgedAt: 'instant?',
  plan: 'text?',
  rectifyBy: 'day?',
  evidence: 'text?',
  closedAt: 'instant?',
});

export const interviewTable = defineTable<Interview>('interviews', {
  id: 'uuid',
  version: 'integer',
  warningId: 'uuid',
  organizationId: 'uuid',
  intervieweePostId: 'uuid',
  decidedById: 'uuid',
  decidedOn: 'day',
  resolution: 'text',
  holdBy: 'instant',
  state: 'text',
  scheduledAt: 'instant?',
  heldAt: 'instant?',
  minutes: 'text?',
  commitments: 'json',
  followUpOn: 'day?',
});
