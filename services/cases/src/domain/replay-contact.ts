import { isSealed } from './case.ts';
import type { CaseFile, Contact, Step } from './case-file.ts';
import type { Organization } from './organization.ts';
import { scopesOf } from './scope.ts';
import { taken, withScopes } from './step.ts';

/** 重复反映: the matter is brought once more; an office that had not known of it can find it from now on. */
export function broughtAgain(
  file: CaseFile,
  contact: Omit<Contact, 'caseId' | 'purpose' | 'ordinal' | 'receivingOrganizationId'>,
  office: Organization,
): Step {
  const again: Contact = {
    ...contact,
    caseId: file.case.id,
    purpose: 'REPEAT',
    ordinal: file.contacts.length + 1,
    receivingOrganizationId: office.id,
  };
  const received = { ...file, contacts: [...file.contacts, again] };
  return taken(isSealed(file.case) ? received : withScopes(received, scopesOf(office)));
}
