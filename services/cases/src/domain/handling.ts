import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import { isResponsible } from './admission.ts';
import type { Act, CaseFile, PetitionerHeard, Step } from './case-file.ts';
import type { StaffMember } from './organization.ts';
import { fact, meeting, moved, taken } from './step.ts';
import { checkedState } from './transition.ts';

/** T11 确定承办人: somebody of the organization who has no interest of their own in the matter (回避, 第二十八条). */
export function handlerAssigned(
  file: CaseFile,
  request: Readonly<{ handler: StaffMember | null; reason: string | null }>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'NOT_THE_RESPONSIBLE_ORGANIZATION' | 'HANDLER_NOT_FOUND' | 'HANDLER_RECUSED'> {
  const state = checkedState(file.case.status, 'assignHandler');
  if (!state.ok) return state;
  if (!isResponsible(file, act)) return fail('NOT_THE_RESPONSIBLE_ORGANIZATION');
  const { handler } = request;
  if (!handler || !canHandle(handler, file)) return fail('HANDLER_NOT_FOUND');
  if (file.recusedStaffIds.includes(handler.id)) return fail('HANDLER_RECUSED');

  const told = fact(act, 'HandlerAssigned', 'UNIT', { payload: { handlerId: handler.id }, reason: request.reason });
  return ok(taken(moved(file, 'assignHandler', { handlerId: handler.id }), told));
}

/** T11' 承办人离岗: the case waits for another handler; every term runs on. Null where it is in other hands by now. */
export function handlerLeft(file: CaseFile, staffId: string, act: Act): Step | null {
  if (file.case.handlerId !== staffId || !checkedState(file.case.status, 'handlerLeft').ok) return null;
  const told = fact(act, 'HandlerLeft', 'UNIT', { payload: { handlerId: staffId } });
  return taken(moved(file, 'handlerLeft', { handlerId: null }), told);
}

export const canHandle = (handler: StaffMember, file: Pick<CaseFile, 'case'>): boolean =>
  handler.isActive &&
  handler.roles.includes('HANDLER') &&
  handler.organizationId === file.case.responsibleOrganizationId;

export type HeardRefusal =
  'WRONG_STATE' | 'NOT_THE_HANDLER' | 'HEARD_IN_FUTURE' | 'HEARD_BEFORE_REGISTERED' | 'SUMMARY_REQUIRED';

/** 听取陈述 (第三十一条): also the first contact that the service norm asks for. */
export function petitionerHeard(
  file: CaseFile,
  heard: Omit<PetitionerHeard, 'caseId' | 'byStaffId'>,
  act: Act,
): Result<Step, HeardRefusal> {
  const state = checkedState(file.case.status, 'recordPetitionerHeard');
  if (!state.ok) return state;
  if (!isHandler(file, act)) return fail('NOT_THE_HANDLER');
  if (heard.at > act.at) return fail('HEARD_IN_FUTURE');
  if (heard.at < file.case.registeredAt) return fail('HEARD_BEFORE_REGISTERED');
  if (heard.outcome === 'HEARD' && heard.summarySealed === null) return fail('SUMMARY_REQUIRED');

  const record = { ...heard, caseId: file.case.id, byStaffId: act.staffId };
  const type = heard.outcome === 'HEARD' ? 'PetitionerHeard' : 'PetitionerNotReached';
  const told = fact(act, type, 'PETITIONER', { payload: { heardId: record.id, mode: record.mode } });
  const kept = { ...file, heard: [...file.heard, record], case: { ...file.case, staffContactAt: act.at } };
  return ok(taken(meeting(kept, heard.at, 'FIRST_CONTACT'), told));
}

/** Heard, with the petitioner's signature or a recording; or tried on three days, in two ways. */
export function isHeard(records: readonly PetitionerHeard[]): boolean {
  const heard = records.filter(({ outcome }) => outcome === 'HEARD');
  if (heard.some((record) => record.acknowledgementReference !== null || record.recordingReference !== null))
    return true;

  const attempts = records.filter(({ outcome }) => outcome === 'NOT_REACHED');
  const days = new Set(attempts.map(({ at }) => localDate(at).toString()));
  const ways = new Set(attempts.map(({ mode }) => mode));
  return days.size >= 3 && ways.size >= 2;
}

export const isHandler = (file: CaseFile, act: Act): boolean =>
  act.staffId !== null && file.case.handlerId === act.staffId && isResponsible(file, act);
