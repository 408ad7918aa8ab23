import { verifyChain } from '@onevisit/evidence';
import type { CaseEvent } from '../../domain/case-event.ts';
import type { Case } from '../../domain/case.ts';
import { isHashed } from '../evidence/chain-break.ts';

/** Where the chain of a case's events (事项事件链) is not whole, or does not end where the case says. */
export function chainFaults(
  events: readonly CaseEvent[],
  { lastSeq, lastHash }: Pick<Case, 'lastSeq' | 'lastHash'>,
): readonly string[] {
  const broken = verifyChain(
    events.map((event) => ({ ...event, actor: event.actorStaffId, organization: event.actorOrganizationId })),
  );
  const last = events.at(-1);
  return [
    ...(broken === null ? [] : [`the chain is broken at event ${broken}`]),
    ...(last?.seq === lastSeq && last.hash === lastHash ? [] : ['the chain does not end at the head of the case']),
    ...events
      .filter((event) => !isHashed(event))
      .map(({ seq }) => `event ${seq} does not have the hashes it vouches for`),
  ];
}
