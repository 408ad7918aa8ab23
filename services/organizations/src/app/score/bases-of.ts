import { groupBy } from '@onevisit/data';
import { startOfDay } from '@onevisit/calendar';
import type { Organization } from '../../domain/organization.ts';
import { firstDayOfQuarter, lastDayOf } from '../../domain/period.ts';
import type { UnitScoreOnRecord } from '../../domain/unit-score-record.ts';
import { basisOf, type CitedBasis } from '../../domain/unit-score.ts';
import type { ServiceTx } from '../operation.ts';

type Question = Readonly<{
  quarter: string;
  units: readonly Organization[];
  /** The scores of the quarter before. */
  before: readonly UnitScoreOnRecord[];
  /** What came into the ledgers later is left out. */
  until: Date;
}>;

type UnitBasis = Readonly<{ unit: Organization; basis: CitedBasis }>;

/** What the ledgers said of each unit in a quarter, at that time. The same each time it is asked. */
export async function basesOf(
  tx: ServiceTx,
  { quarter, units, before, until }: Question,
): Promise<readonly UnitBasis[]> {
  const values = groupBy(await tx.unitScores.valuesIn(quarter, until), ({ organizationId }) => organizationId);
  const facts = groupBy(
    await tx.unitScores.factsIn({ ...instantsOf(quarter), since: lastScoredAt(before), until }),
    ({ unitId }) => unitId,
  );
  const yellow = new Map(before.map((score) => [score.organizationId, yellowUpTo(score)]));
  return units.flatMap((unit) =>
    unit.peerGroup === null
      ? []
      : {
          unit,
          basis: basisOf({
            peerGroup: unit.peerGroup,
            values: values.get(unit.id) ?? [],
            facts: facts.get(unit.id) ?? [],
            yellowQuartersBefore: yellow.get(unit.id) ?? 0,
          }),
        },
  );
}

/** What was confirmed after the last scoring has been counted nowhere yet. */
const lastScoredAt = (before: readonly UnitScoreOnRecord[]): Date | null => before[0]?.scoredAt ?? null;

/** How many quarters up to this one ended YELLOW or worse. */
const yellowUpTo = ({ level, basis }: UnitScoreOnRecord): number =>
  level === 'GREEN' ? 0 : basis.yellowQuartersBefore + 1;

function instantsOf(quarter: string): Readonly<{ from: Date; before: Date }> {
  const [first, last] = [firstDayOfQuarter(quarter), lastDayOf(quarter)];
  if (first === null || last === null) throw new RangeError(`${quarter} is no quarter`);
  return {
    from: startOfDay(Temporal.PlainDate.from(first)),
    before: startOfDay(Temporal.PlainDate.from(last).add({ days: 1 })),
  };
}
