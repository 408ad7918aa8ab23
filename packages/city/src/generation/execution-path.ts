import { startOfDay } from '@onevisit/calendar';
import type { PlannedExecution } from '../history/step.ts';
import { evidenceText, verifiedText } from '../text/opinion-text.ts';
import { millisecondsADay } from './city-days.ts';
import { between, workingDaysAfter } from './office-time.ts';
import { bureauOf } from './referral-path.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const onTime = 0.88;
const late = 0.07;
/** Working days after which late, and after which forgotten things are done. */
const lateDays = [1, 25] as const;
const forgottenDays = [30, 110] as const;

/** 执行 of what was promised, from that instant on: when the last item was verified. */
export function executed(scene: Scene, trail: Trail, items: readonly PlannedExecution[], from: number): number {
  return Math.max(from, ...items.map((item) => executedItem(scene, trail, item, from)));
}

function executedItem(scene: Scene, trail: Trail, item: PlannedExecution, from: number): number {
  const drawn = scene.random();
  const { officeTimeOf } = scene.city.days;
  const due = startOfDay(Temporal.PlainDate.from(item.dueOn)).getTime() + millisecondsADay;
  const hasTime = officeTimeOf(from) + 1 < officeTimeOf(due);
  const [least, most] = drawn < onTime + late ? lateDays : forgottenDays;
  if (drawn >= onTime || !hasTime)
    return executedLate(scene, trail, item, workingDaysAfter(scene, Math.max(due, from), least, most));

  const reportedAt = between(scene, from, due, [0.15, 0.8]);
  return verified(scene, trail, item, { reportedAt, verifiedAt: between(scene, reportedAt, due, [0.1, 0.95]) });
}

/** Reported at last, verified in the days after. */
export function executedLate(scene: Scene, trail: Trail, item: PlannedExecution, reportedAt: number): number {
  return verified(scene, trail, item, { reportedAt, verifiedAt: workingDaysAfter(scene, reportedAt, 0.5, 6) });
}

type Dates = Readonly<{ reportedAt: number; verifiedAt: number }>;

function verified(scene: Scene, trail: Trail, item: PlannedExecution, { reportedAt, verifiedAt }: Dates): number {
  trail.add(reportedAt, {
    kind: 'EXECUTION_REPORTED',
    ...actor(scene, item.obligorCode, 'HANDLER'),
    item: item.item,
    evidence: evidenceText(scene.random),
  });
  return trail.add(verifiedAt, {
    kind: 'EXECUTION_VERIFIED',
    ...verifier(scene, item),
    item: item.item,
    isDone: true,
    finding: verifiedText(scene.random),
  });
}

/** Never the obligor: the bureau, or the city's supervision section. */
const verifier = (scene: Scene, { obligorCode }: PlannedExecution): ReturnType<typeof actor> =>
  obligorCode === bureauOf(scene) || scene.random() < 0.2
    ? actor(scene, '990100-LETT-SUPERVISION', 'SUPERVISOR')
    : actor(scene, bureauOf(scene), 'BUREAU');
