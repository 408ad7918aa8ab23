import type { DatabaseDefinition, Reader } from '@onevisit/data';
import { eventEngine } from '@onevisit/events';
import type { KeyRing } from '@onevisit/vault';
import type { EntityManager } from 'typeorm';
import { accessReader } from './access.reader.ts';
import { accusationReader } from './accusation.reader.ts';
import { auditAnchorRepository } from './audit-anchor.repository.ts';
import { auditAnchorTable } from './audit-anchor.table.ts';
import { auditReader } from './audit.reader.ts';
import { capabilityRepository, identityAccessRepository, outgoingMessageRepository } from './capability.repository.ts';
import { capabilityTable, identityAccessTable, outgoingMessageTable } from './capability.table.ts';
import { caseEventRepository } from './case-event.repository.ts';
import { caseEventTable } from './case-event.table.ts';
import { caseFileRepository } from './case-file.repository.ts';
import { caseKeyRepository } from './case-key.repository.ts';
import { caseTextRepository } from './case-text.repository.ts';
import { caseTextTable } from './case-text.table.ts';
import { caseReader } from './case.reader.ts';
import { caseTable } from './case.table.ts';
import { caseloadReader } from './caseload.reader.ts';
import { cityReader } from './city.reader.ts';
import { cityRepository } from './city.repository.ts';
import { deadlineReader } from './deadline.reader.ts';
import { deadlineTable } from './deadline.table.ts';
import { directoryRepository } from './directory.repository.ts';
import { dueReader } from './due.reader.ts';
import { handoverRepository } from './handover.repository.ts';
import { accusationHandoverTable } from './handover.table.ts';
import { issueTypeReader } from './issue-type.reader.ts';
import { issueTypeRepository } from './issue-type.repository.ts';
import { CreateCases1767225600000 } from './migrations/1767225600000-create-cases.ts';
import { ReportBack1767312000000 } from './migrations/1767312000000-report-back.ts';
import { Objections1767398400000 } from './migrations/1767398400000-objections.ts';
import { AuditAnchors1767916800000 } from './migrations/1767916800000-audit-anchors.ts';
import { AccusationHandovers1768003200000 } from './migrations/1768003200000-accusation-handovers.ts';
import { Contests1768089600000 } from './migrations/1768089600000-contests.ts';
import { AccessAudit1768176000000 } from './migrations/1768176000000-access-audit.ts';
import { partReaders, recordReader } from './part.reader.ts';
import * as partTables from './part.table.ts';
import { worklistReader } from './worklist.reader.ts';
import { workloadReader } from './workload.reader.ts';

export const databaseDefinition: DatabaseDefinition = {
  name: 'onevisit_cases',
  tables: [
    caseTable,
    deadlineTable,
    caseEventTable,
    caseTextTable,
    capabilityTable,
    outgoingMessageTable,
    identityAccessTable,
    auditAnchorTable,
    accusationHandoverTable,
    ...Object.values(partTables),
  ],
  migrations: [
    CreateCases1767225600000,
    ReportBack1767312000000,
    Objections1767398400000,
    AuditAnchors1767916800000,
    AccusationHandovers1768003200000,
    Contests1768089600000,
    AccessAudit1768176000000,
  ],
  appendOnly: ['case_events', 'identity_accesses', 'service_failures', 'audit_anchors', 'audit_anchor_heads'],
  engine: eventEngine,
};

export type Repositories = ReturnType<ReturnType<typeof repositories>>;

/** What a transaction may write. */
export const repositories = (ring: KeyRing) => (manager: EntityManager) => ({
  files: caseFileRepository(manager),
  texts: caseTextRepository(manager),
  events: caseEventRepository(manager),
  keys: caseKeyRepository(manager, ring),
  directory: directoryRepository(manager),
  issueTypes: issueTypeRepository(manager),
  capabilities: capabilityRepository(manager),
  messages: outgoingMessageRepository(manager),
  accesses: identityAccessRepository(manager),
  anchors: auditAnchorRepository(manager),
  handovers: handoverRepository(manager),
  city: cityRepository(manager),
});

export type Readers = ReturnType<typeof readers>;

/** What queries read, outside any transaction. */
export const readers = (reader: Reader) => ({
  cases: caseReader(reader),
  parts: partReaders(reader),
  records: recordReader(reader),
  deadlines: deadlineReader(reader),
  due: dueReader(reader),
  caseloads: caseloadReader(reader),
  issueTypes: issueTypeReader(reader),
  worklists: worklistReader(reader),
  workloads: workloadReader(reader),
  accesses: accessReader(reader),
  accusations: accusationReader(reader),
  audit: auditReader(reader),
  city: cityReader(reader),
});
