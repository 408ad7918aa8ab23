import { startOfDay } from '@onevisit/calendar';
import { jsonHash } from '@onevisit/evidence';
import { seededId } from '@onevisit/kernel';
import { consulted, type RuleSet, type RuleSetStep } from '../../domain/rule-set.ts';
import type { RuleSetDocument } from '../../domain/scoring/rule-set-document.ts';
import { ruleSet20252 } from '../../domain/scoring/seeded/rs-2025-2.ts';
import { ruleSet20261 } from '../../domain/scoring/seeded/rs-2026-1.ts';
import { ruleSet20262 } from '../../domain/scoring/seeded/rs-2026-2.ts';

/** The rule sets of the city: one that is retired, one that counts, and one under consultation since a few days. */
export function cityRuleSets(
  anchor: string,
): Readonly<{ ruleSets: readonly RuleSet[]; steps: readonly RuleSetStep[] }> {
  const today = Temporal.PlainDate.from(anchor);
  const retired = drafted(ruleSet20252, '2025-04-28');
  const current = drafted(ruleSet20261, '2025-10-30');
  const next = drafted(ruleSet20262(quarterAfter(today)), today.subtract({ days: 10 }).toString());
  const consultation = consulted(asDrafted(next), {
    at: nineOClock(today.subtract({ days: 3 }).toString()),
    byId: null,
  });
  return {
    ruleSets: [retired, current, next],
    steps: [
      ...steps(retired, { consulted: '2025-05-06', until: '2025-05-20', published: '2025-05-30' }),
      ...steps(current, { consulted: '2025-11-03', until: '2025-11-17', published: '2025-12-01' }),
      ...(consultation.ok ? [consultation.value] : []),
    ],
  };
}

/** The first day of the first quarter for which units can be told in time. */
function quarterAfter(day: Temporal.PlainDate): string {
  const told = day.add({ days: 30 });
  const firstMonth = told.month - ((told.month - 1) % 3);
  return told.with({ month: firstMonth, day: 1 }).add({ months: 3 }).toString();
}

const drafted = (document: RuleSetDocument, day: string): RuleSet => ({
  id: seededId('rule-set', document.version),
  version: document.version,
  effectiveFrom: document.effectiveFrom,
  document,
  contentHash: jsonHash(document),
  draftedAt: nineOClock(day),
});

const asDrafted = (ruleSet: RuleSet) => ({
  ...ruleSet,
  consultationOpenedAt: null,
  consultationUntil: null,
  publishedAt: null,
  supersededFrom: null,
});

type Days = Readonly<{ consulted: string; until: string; published: string }>;

const steps = ({ id }: RuleSet, days: Days): readonly RuleSetStep[] => [
  { ruleSetId: id, state: 'CONSULTATION', at: nineOClock(days.consulted), until: days.until, byId: null },
  { ruleSetId: id, state: 'PUBLISHED', at: nineOClock(days.published), until: null, byId: null },
];

/** When an office opens. */
const nineOClock = (day: string): Date =>
  new Date(startOfDay(Temporal.PlainDate.from(day)).getTime() + 9 * 60 * 60 * 1000);
