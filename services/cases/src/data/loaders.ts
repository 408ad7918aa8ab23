import DataLoader from 'dataloader';
import { groupBy, manyByParent, oneById, perArguments } from '@onevisit/data';
import { unwrapKey, type DataKey, type KeyRing } from '@onevisit/vault';
import type { Case } from '../domain/case.ts';
import type { CaseEvent } from '../domain/case-event.ts';
import type { Sight } from '../domain/case.policy.ts';
import type { IssueType } from '../domain/issue-type.ts';
import type { Readers } from './index.ts';

export type Loaders = ReturnType<typeof loaders>;

/** What one operation reads is read once, and for all its parents in one statement. */
export const loaders = (
  read: Readers,
  ring: KeyRing,
  sight: Sight,
  horizon: Readonly<{ from: Date; until: Date }>,
) => ({
  cases: caseLoaders(read, sight),
  ...partLoaders(read),
  ...recordLoaders(read, ring),
  issueTypes: issueTypeLoader(read),
  caseloadOfOrganization: oneById((ids) => read.caseloads.ofOrganizations(ids, horizon), byKey),
  caseloadOfCampaign: oneById((ids) => read.caseloads.ofCampaigns(ids, horizon), byKey),
  caseloadOfTaskForce: oneById((ids) => read.caseloads.ofTaskForces(ids, horizon), byKey),
  handovers: oneById(read.accusations.handoversByIds, idOf),
  assignedCaseCount: oneById(read.workloads.counts, byKey),
  staff: oneById(read.workloads.staffByIds, idOf),
  isSuperior: oneById(read.workloads.superiors, byKey),
});

const byKey = ({ key }: Readonly<{ key: string }>): string => key;

/** Only cases within sight, by id and by number; a list primes both. */
function caseLoaders(read: Readers, sight: Sight) {
  const byId = oneById<Case>(
    async (ids) => read.cases.byIds(ids, sight),
    ({ id }) => id,
  );
  const byNumber = oneById<Case>(
    async (numbers) => remember(await read.cases.byNumbers(numbers, sight)),
    ({ caseNo }) => caseNo,
  );
  function remember<Rows extends readonly Case[]>(rows: Rows): Rows {
    for (const row of rows) byId.prime(row.id, row);
    return rows;
  }
  return { byId, byNumber, remember };
}

type Owned = Readonly<{ caseId: string }>;
const caseIdOf = ({ caseId }: Owned): string => caseId;
const idOf = ({ id }: Readonly<{ id: string }>): string => id;

const partLoaders = ({ parts }: Readers) => ({
  claims: manyByParent(parts.claims.ofCases, caseIdOf),
  contacts: { ofCase: manyByParent(parts.contacts.ofCases, caseIdOf), byId: oneById(parts.contacts.byIds, idOf) },
  parties: { ofCase: manyByParent(parts.parties.ofCases, caseIdOf), byId: oneById(parts.parties.byIds, idOf) },
  deadlines: { ofCase: manyByParent(parts.deadlines.ofCases, caseIdOf), byId: oneById(parts.deadlines.byIds, idOf) },
  referrals: { ofCase: manyByParent(parts.referrals.ofCases, caseIdOf), byId: oneById(parts.referrals.byIds, idOf) },
  objections: { ofCase: manyByParent(parts.objections.ofCases, caseIdOf), byId: oneById(parts.objections.byIds, idOf) },
  disputes: manyByParent(parts.disputes.ofCases, caseIdOf),
  contests: manyByParent(parts.contests.ofCases, caseIdOf),
  admissions: manyByParent(parts.admissions.ofCases, caseIdOf),
  heard: manyByParent(parts.heard.ofCases, caseIdOf),
  opinions: { ofCase: manyByParent(parts.opinions.ofCases, caseIdOf), byId: oneById(parts.opinions.byIds, idOf) },
  deliveries: { ofCase: manyByParent(parts.deliveries.ofCases, caseIdOf), byId: oneById(parts.deliveries.byIds, idOf) },
  executionItems: {
    ofCase: manyByParent(parts.executionItems.ofCases, caseIdOf),
    byId: oneById(parts.executionItems.byIds, idOf),
  },
  confirmations: manyByParent(parts.confirmations.ofCases, caseIdOf),
  failures: { ofCase: manyByParent(parts.failures.ofCases, caseIdOf), byId: oneById(parts.failures.byIds, idOf) },
  accesses: manyByParent(parts.accesses.ofCases, caseIdOf),
});

const recordLoaders = ({ records }: Readers, ring: KeyRing) => ({
  respondents: manyByParent(records.respondentsOf, caseIdOf),
  texts: oneById(records.textsOf, caseIdOf),
  /** The data key of a case: only for what the viewer may open. */
  keys: new DataLoader<string, DataKey | null>(async (caseIds) => {
    const wrapped = new Map((await records.wrappedKeysOf(caseIds)).map((row) => [row.caseId, row.wrappedKey]));
    return caseIds.map((id) => {
      const key = wrapped.get(id);
      return key === undefined ? null : unwrapKey(ring, id, key);
    });
  }),
  eventsById: oneById(records.eventsById, idOf),
  timeline: perArguments(
    (page: Readonly<{ beforeSeq: number; limit: number }>) =>
      new DataLoader<Readonly<{ caseId: string; level: number }>, readonly CaseEvent[], string>(
        async (asked) => {
          const events = groupBy(await records.timelines(asked, page), caseIdOf);
          return asked.map(({ caseId }) => events.get(caseId) ?? []);
        },
        { cacheKeyFn: ({ caseId }) => caseId },
      ),
  ),
});

/** The whole taxonomy, once for each operation that asks for any of it. */
function issueTypeLoader({ issueTypes }: Readers) {
  let all: Promise<readonly IssueType[]> | null = null;
  return { all: () => (all ??= issueTypes.all()) };
}
