import { localDate, officialCalendars, startOfDay } from '@onevisit/calendar';
import {
  createRandom,
  defaultSeed,
  personaByName,
  seedFor,
  type InnovationProject as CityProject,
  type Random,
} from '@onevisit/city';
import { jsonHash } from '@onevisit/evidence';
import { seededId } from '@onevisit/kernel';
import { designed, type PreRegistration } from '../../domain/evaluation/pre-registration.ts';
import type { InnovationProject, Proposal } from '../../domain/innovation-project.ts';
import { stageReached, type ProjectTimelineEntry } from '../../domain/project-timeline.ts';

/** A project with the stages that it has come to, and how its trial is to be judged where one has begun. */
export type ProjectHistory = Readonly<{
  project: InnovationProject;
  timeline: readonly ProjectTimelineEntry[];
  registration: PreRegistration | null;
}>;

export function projectOfCity(city: CityProject, anchor: string): ProjectHistory {
  const random = createRandom(seedFor(defaultSeed, `project/${city.code}`));
  const [first, ...later] = city.code === 'IP-ONEVISIT' ? spansOfOneVisit : spans[city.stage];
  const proposedAt = officeHour(anchor, first, random);
  const changes = [proposedAt, ...later.map((span) => officeHour(anchor, span, random))].map((at, index) => ({
    at,
    stage: stages[index] ?? city.stage,
  }));
  const project = { ...proposalOf(city, proposedAt), teamIds: [], stage: city.stage, version: changes.length };
  const startedAt = changes.find(({ stage }) => stage === 'PILOT')?.at;
  return {
    project,
    registration: startedAt ? registrationOf(project, startedAt) : null,
    timeline: changes.map(({ at, stage }) =>
      stageReached(
        { ...project, stage },
        { id: seededId('project-timeline', `${city.code}/${stage}`), by: decider(city, stage), at, reason: null },
      ),
    ),
  };
}

/** Every trial of the city lasts a year, beside a comparison. */
function registrationOf(project: InnovationProject, registeredAt: Date): PreRegistration {
  const from = localDate(registeredAt);
  const design = designed(project, {
    method: 'DIFF_IN_DIFF',
    pilotFrom: from.toString(),
    pilotTo: from.add({ years: 1 }).subtract({ days: 1 }).toString(),
    steps: [],
  });
  if (!design.ok) throw new Error(`${project.code}: ${design.reason}`);
  return { ...design.value, registeredAt, hash: jsonHash(design.value) };
}

/** How many days before the city's last one: at least, and at most. */
type Span = readonly [least: number, most: number];

const stages = ['PROPOSED', 'APPROVED', 'PILOT'] as const;

/** When a project came to its stages, in their order. */
const spans: Readonly<Record<CityProject['stage'], readonly [Span, ...Span[]]>> = {
  PROPOSED: [[5, 40]],
  APPROVED: [
    [100, 170],
    [15, 60],
  ],
  PILOT: [
    [250, 420],
    [180, 220],
    [60, 160],
  ],
};

/** 最多访一次 has been tried for a year. */
const spansOfOneVisit: typeof spans.PILOT = [
  [470, 470],
  [400, 400],
  [365, 365],
];

function proposalOf(city: CityProject, proposedAt: Date): Proposal {
  const { organizationCode, leadCode, campaignCode, metrics, pilotCodes, comparisonCodes, ...told } = city;
  const baseline = yearBefore(proposedAt);
  return {
    ...told,
    id: seededId('innovation-project', city.code),
    organizationId: organizationId(organizationCode),
    leadId: seededId('staff', leadCode),
    campaignId: campaignCode === null ? null : seededId('campaign', campaignCode),
    metrics: metrics.map((metric) => ({ ...metric, ...baseline })),
    pilotUnitIds: pilotCodes.map(organizationId),
    comparisonUnitIds: comparisonCodes.map(organizationId),
    proposedAt,
  };
}

const organizationId = (code: string): string => seededId('organization', code);

function yearBefore(at: Date): Readonly<{ baselineFrom: string; baselineTo: string }> {
  const day = localDate(at);
  return { baselineFrom: day.subtract({ years: 1 }).toString(), baselineTo: day.subtract({ days: 1 }).toString() };
}

/** The lead proposes, the director approves, the innovation lead starts the trial. */
function decider({ leadCode }: CityProject, stage: CityProject['stage']): string {
  if (stage === 'PROPOSED') return seededId('staff', leadCode);
  const persona = personaByName.get(stage === 'APPROVED' ? 'director' : 'innovation-lead');
  return seededId('staff', persona?.staffCode ?? leadCode);
}

/** Some minute at work within the span, on the last working day before it where that day was none. */
function officeHour(anchor: string, [least, most]: Span, random: Random): Date {
  let day = Temporal.PlainDate.from(anchor).subtract({ days: least + Math.floor(random() * (most - least + 1)) });
  while (!isWorkingDay(day)) day = day.subtract({ days: 1 });
  return new Date(startOfDay(day).getTime() + (540 + Math.floor(random() * 480)) * 60_000);
}

/** Years without a calendar have weekends. */
function isWorkingDay(day: Temporal.PlainDate): boolean {
  const calendar = officialCalendars.calendarOf(day.year);
  return calendar.ok ? calendar.value.isWorkingDay(day) : day.dayOfWeek <= 5;
}
