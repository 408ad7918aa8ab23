import { localDate } from '@onevisit/calendar';
import { command, fail, ok } from '@onevisit/kernel';
import { checkedText } from '../../domain/sealed-text.ts';
import { isCitySection, isOfCounty, newSupportRequest, type SupportKind } from '../../domain/support.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  toSectionId: string;
  kind: SupportKind;
  text: string;
  dueOn: string;
  idempotencyKey: string;
}>;

/** 提出支持请求: a county asks, a section of the city bureau is to answer. */
export const fileSupportRequest = command(
  'fileSupportRequest',
  'support:request',
  async (tx: ServiceTx, { toSectionId, kind, text, dueOn }: Request) => {
    const requester = await tx.staff.find(tx.viewer.id);
    if (!requester) return fail('REQUESTER_NOT_ON_STAFF');
    const from = await tx.organizations.find(requester.organizationId);
    if (!from || !isOfCounty(from)) return fail('NOT_OF_A_COUNTY');
    const section = await tx.organizations.find(toSectionId);
    if (!section || !isCitySection(section)) return fail('NOT_A_CITY_SECTION');
    const checked = checkedText('TEXT', text);
    if (!checked.ok) return checked;
    if (dueOn < localDate(tx.now).toString()) return fail('DUE_IN_THE_PAST');

    const sides = { fromOrganizationId: from.id, toSectionId, requesterId: requester.id };
    const request = newSupportRequest({ id: tx.newId(), kind, ...sides, filedAt: tx.now, dueOn });
    await tx.supportRequests.insert(request, checked.value);
    return ok({ supportRequestId: request.id });
  },
);
