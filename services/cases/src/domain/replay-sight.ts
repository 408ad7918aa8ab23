import { isSealed } from './case.ts';
import type { CaseFile } from './case-file.ts';
import type { Organization } from './organization.ts';
import { scopesOf, taskForceScope } from './scope.ts';

/** Where a case cannot be found by who may (知悉范围), or can be by who may not. */
export function sightFaults(file: CaseFile, organizationOf: (id: string) => Organization): readonly string[] {
  const expected = isSealed(file.case) ? new Set<string>() : scopesExpected(file, organizationOf);
  const stored = new Set(file.scopes);
  return [
    ...[...expected.difference(stored)].map((scope) => `scope ${scope} is missing`),
    ...[...stored.difference(expected)].map((scope) => `scope ${scope} is too much`),
  ];
}

function scopesExpected(file: CaseFile, organizationOf: (id: string) => Organization): Set<string> {
  const { responsibleOrganizationId, receivingOrganizationId, taskForceId } = file.case;
  const holders = [
    receivingOrganizationId,
    ...file.contacts.map((contact) => contact.receivingOrganizationId),
    ...file.referrals.map(({ toOrganizationId }) => toOrganizationId),
    ...file.executionItems.map(({ obligorOrganizationId }) => obligorOrganizationId),
    ...file.disputes.map(({ rulingOrganizationId }) => rulingOrganizationId),
    ...(responsibleOrganizationId === null ? [] : [responsibleOrganizationId]),
  ];
  const scopes = holders.flatMap((id) => scopesOf(organizationOf(id)));
  return new Set(taskForceId === null ? scopes : [...scopes, taskForceScope(taskForceId)]);
}
