import type { DatabaseDefinition, Reader } from '@onevisit/data';
import { eventEngine } from '@onevisit/events';
import type { KeyRing } from '@onevisit/vault';
import type { EntityManager } from 'typeorm';
import { anonymousDoorRepository } from './anonymous-door.repository.ts';
import {
  anonymousKeyTable,
  suggestionMessageTable,
  suggestionReplyTokenTable,
  waitingSuggestionTable,
} from './anonymous-door.table.ts';
import { careRequestReader } from './care-request.reader.ts';
import { careRequestRepository } from './care-request.repository.ts';
import { careActionTable, careKeyTable, careRequestTable, careTextTable } from './care-request.table.ts';
import { createCareSeal, type CareSeal } from './care-seal.ts';
import { careSummaryReader } from './care-summary.reader.ts';
import { CreateStaffCare1767225600000 } from './migrations/1767225600000-create-staff-care.ts';
import { ReopenAndEscalateCare1767225600001 } from './migrations/1767225600001-reopen-and-escalate-care.ts';
import { CreateSuggestions1767225600002 } from './migrations/1767225600002-create-suggestions.ts';
import { OpenAnonymousDoor1767225600003 } from './migrations/1767225600003-open-anonymous-door.ts';
import { CreatePulses1767225600004 } from './migrations/1767225600004-create-pulses.ts';
import { CreateSupport1767225600005 } from './migrations/1767225600005-create-support.ts';
import { organizationRepository } from './organization.repository.ts';
import { pulseReader } from './pulse.reader.ts';
import { pulseRepository } from './pulse.repository.ts';
import { pulseMonthTable } from './pulse.table.ts';
import { createRowSeal, type RowSeal } from './row-seal.ts';
import { staffSuggestionReader } from './staff-suggestion.reader.ts';
import { staffSuggestionRepository } from './staff-suggestion.repository.ts';
import {
  staffSuggestionTable,
  suggestionActionTable,
  suggestionDecisionTable,
  suggestionKeyTable,
  suggestionTextTable,
} from './staff-suggestion.table.ts';
import { staffReader } from './staff.reader.ts';
import { staffRepository } from './staff.repository.ts';
import { staffTable } from './staff.table.ts';
import { supportRatingRepository } from './support-rating.repository.ts';
import { supportReader } from './support.reader.ts';
import { supportRequestRepository } from './support.repository.ts';
import { ratingYearTable, supportRequestTable } from './support.table.ts';
import { waitingSuggestionRepository } from './waiting-suggestion.repository.ts';

export { isSignedBlindly, knownBy } from './blind-signature.ts';

/** All that seals and opens texts in this service. */
export type Seals = Readonly<{ care: CareSeal; row: RowSeal }>;

export const createSeals = (ring: KeyRing): Seals => ({ care: createCareSeal(ring), row: createRowSeal(ring) });

export const databaseDefinition: DatabaseDefinition = {
  name: 'onevisit_staff_care',
  tables: [
    staffTable,
    careRequestTable,
    careTextTable,
    careKeyTable,
    careActionTable,
    staffSuggestionTable,
    suggestionKeyTable,
    suggestionTextTable,
    suggestionDecisionTable,
    suggestionActionTable,
    anonymousKeyTable,
    waitingSuggestionTable,
    suggestionReplyTokenTable,
    suggestionMessageTable,
    pulseMonthTable,
    supportRequestTable,
    ratingYearTable,
  ],
  migrations: [
    CreateStaffCare1767225600000,
    ReopenAndEscalateCare1767225600001,
    CreateSuggestions1767225600002,
    OpenAnonymousDoor1767225600003,
    CreatePulses1767225600004,
    CreateSupport1767225600005,
  ],
  appendOnly: ['care_actions', 'care_texts', 'suggestion_texts', 'suggestion_decisions', 'suggestion_messages'],
  engine: eventEngine,
};

export type Repositories = ReturnType<ReturnType<typeof repositories>>;

/** What a transaction may write. */
export const repositories = (seals: Seals) => (manager: EntityManager) => ({
  staff: staffRepository(manager),
  careRequests: careRequestRepository(manager, seals.care),
  suggestions: staffSuggestionRepository(manager, seals.row),
  waitingSuggestions: waitingSuggestionRepository(manager, seals.row),
  anonymousDoor: anonymousDoorRepository(manager, seals.row),
  pulses: pulseRepository(manager),
  supportRequests: supportRequestRepository(manager, seals.row),
  supportRatings: supportRatingRepository(manager),
  organizations: organizationRepository(manager),
});

export type Readers = ReturnType<typeof readers>;

/** What queries read, outside any transaction. */
export const readers = (reader: Reader, seals: Seals) => ({
  staff: staffReader(reader),
  careRequests: careRequestReader(reader, seals.care),
  suggestions: staffSuggestionReader(reader, seals.row),
  pulses: pulseReader(reader),
  support: supportReader(reader, seals.row),
  careSummaries: careSummaryReader(reader),
});
