import { randomUUID } from 'node:crypto';
import { localDate, startOfDay } from '@onevisit/calendar';
import { command, fail, ok } from '@onevisit/kernel';
import { isLevel } from '../../domain/support-rating.ts';
import { isCitySection, isOfCounty } from '../../domain/support.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ sectionId: string; level: number; idempotencyKey?: null }>;

/** 评价市局科室: once a year and county. No idempotency row: its time would lie beside what was said. */
export const rateSupport = command(
  'rateSupport',
  'support:rate',
  async (tx: ServiceTx, { sectionId, level }: Request) => {
    const county = tx.viewer.organizationId === null ? null : await tx.organizations.find(tx.viewer.organizationId);
    if (!county || !isOfCounty(county)) return fail('NOT_OF_A_COUNTY');
    const section = await tx.organizations.find(sectionId);
    if (!section || !isCitySection(section)) return fail('NOT_A_CITY_SECTION');
    if (!isLevel(level)) return fail('LEVEL_OUT_OF_RANGE');

    const today = localDate(tx.now);
    const { year } = today;
    const closesAt = startOfDay(today.with({ month: 1, day: 1 }).add({ years: 1 }));
    await tx.supportRatings.beginUnlessBegun({ id: tx.newId(), year, closesAt, closedAt: null, version: 1 });
    const isFirst = await tx.supportRatings.noteRater({ organizationId: county.id, sectionId, year });
    if (!isFirst) return fail('ALREADY_RATED');
    await tx.supportRatings.addLevel({ id: randomUUID(), sectionId, year, level });
    return ok({ year: String(year) });
  },
);
