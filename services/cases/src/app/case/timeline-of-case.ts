import { page, type PageRequest } from '@onevisit/data';
import type { Case } from '../../domain/case.ts';
import type { CaseEvent } from '../../domain/case-event.ts';
import { knowledgeOf } from '../../domain/case.policy.ts';
import type { ServiceRead } from '../operation.ts';

const pastTheLast = 2_147_483_647;

/** What happened, newest first, as far as the viewer may know it; all cases of a list in one statement. */
export const timelineOfCase = ({ viewer, load }: ServiceRead, subject: Case, request: PageRequest) =>
  page<CaseEvent>(
    request,
    ['number'],
    (after, limit) => {
      const beforeSeq = Math.min(Math.max(Math.trunc(Number(after?.[0] ?? pastTheLast)), 0), pastTheLast);
      const level = knowledgeOf(viewer, subject);
      return load.timeline({ beforeSeq, limit }).load({ caseId: subject.id, level });
    },
    ({ seq }) => [seq],
  );
