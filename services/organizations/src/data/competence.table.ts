import { defineTable } from '@onevisit/data';
import type { Competence } from '../domain/competence.ts';

export const competenceTable = defineTable<Competence>('competences', {
  id: 'uuid',
  version: 'integer',
  organizationId: 'uuid',
  issueTypeCode: 'text',
  areaCode: 'text',
  legalBasis: 'text',
  priority: 'integer',
  validFrom: 'day',
  validTo: 'day?',
});
