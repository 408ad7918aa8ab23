import { isValidNumber } from '@onevisit/evidence';
import type { CityReader, StoredCase } from '../../data/city.reader.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { sightFaults } from '../../domain/replay-sight.ts';
import { statusFaults } from '../../domain/replay-status.ts';
import { termFaults } from '../../domain/replay-terms.ts';
import type { Secrets } from '../vault/secrets.ts';
import { chainFaults } from './chain-faults.ts';
import { createCityDirectory, type CityDirectory } from './city-directory.ts';
import { sealFaults } from './seal-faults.ts';

/** What was found in the store; the city is whole when there is no fault. */
export type CityReport = Readonly<{ cases: number; events: number; faults: readonly string[] }>;

type Grounds = Readonly<{
  read: CityReader;
  secrets: Pick<Secrets, 'ring'>;
  /** The time up to which whatever falls due has been handled. */
  until: Date;
}>;

const pageSize = 200;

/**
 * Reads every case of the store and tells what in it cannot be: a broken chain, a status that its events do not lead
 * to, terms that are not as their rules plan them, a case that is found by the wrong people, an identity in the clear.
 */
export async function verifyCity(grounds: Grounds): Promise<CityReport> {
  const directory = createCityDirectory();
  const faults: string[] = [];
  let [cases, events] = [0, 0];
  for await (const stored of allCases(grounds.read)) {
    const found = faultsOf(stored, grounds, directory);
    faults.push(...found.map((fault) => `${stored.file.case.caseNo}: ${fault}`));
    cases += 1;
    events += stored.events.length;
  }
  return { cases, events, faults };
}

async function* allCases(read: CityReader): AsyncGenerator<StoredCase> {
  let behind: string | null = null;
  for (;;) {
    const page: readonly StoredCase[] = await read.page(behind, pageSize);
    yield* page;
    behind = page.at(-1)?.file.case.id ?? null;
    if (page.length < pageSize) return;
  }
}

const faultsOf = (
  stored: StoredCase,
  { secrets, until }: Grounds,
  { organizationById }: CityDirectory,
): readonly string[] => [
  ...chainFaults(stored.events, stored.file.case),
  ...statusFaults(stored.events, stored.file.case),
  ...termFaults(stored.file, until, organizationById),
  ...sightFaults(stored.file, organizationById),
  ...numberFaults(stored.file),
  ...sealFaults(stored, secrets.ring),
];

function numberFaults(file: CaseFile): readonly string[] {
  const numbers = [
    ['CASE', file.case.caseNo],
    ...file.contacts.map(({ receiptNo }) => ['RECEIPT', receiptNo] as const),
    ...file.referrals.map(({ orderNo }) => ['ORDER', orderNo] as const),
    ...(file.admission ? [['NOTICE', file.admission.noticeNo] as const] : []),
    ...file.opinions.flatMap(({ docNo }) => (docNo === null ? [] : [['OPINION', docNo] as const])),
  ] as const;
  return numbers
    .filter(([kind, number]) => !isValidNumber(kind, number))
    .map(([kind]) => `${kind} number is not valid`);
}
