import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { Competence } from '../domain/competence.ts';
import { competenceTable } from './competence.table.ts';

export const competenceRepository = (manager: EntityManager) => ({
  insertAll: (competences: readonly Competence[]) => insertRows(manager, competenceTable, competences),
});
