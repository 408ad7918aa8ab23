import { planDeadline } from '@onevisit/calendar';
import { createRandom, defaultSeed, organizationByCode, seedFor, staff, type Random, type Staff } from '@onevisit/city';
import { seededId } from '@onevisit/kernel';
import type { CityLoad, CitySize } from '@onevisit/subgraph';
import {
  closed,
  newCareRequest,
  responded,
  takenStep,
  type CareRecord,
  type CareRequest,
} from '../../domain/care-request.ts';
import { careStories, closingWords, stormStory, type CareStory } from './city-care-texts.ts';
import { instantOf, laterMoment, workdaysBefore, type Moment, type Workdays } from './city-workdays.ts';

/** How often somebody on the staff asks for help, on average. */
const requestsPerYear = 0.12;

const months: Readonly<Record<Exclude<CitySize, 'NONE'>, number>> = { S: 12, M: 24, L: 24 };

/** The city's care requests (困难需求) up to the day before its last one, each as far as it had come by then. */
export function careRecordsOfCity({ size, anchor }: Pick<CityLoad, 'size' | 'anchor'>): readonly CareRecord[] {
  if (size === 'NONE') return [];

  const workdays = workdaysBefore(anchor, months[size]);
  const expected = (requestsPerYear * months[size]) / 12;
  const usual = staff.flatMap((member) => {
    const random = createRandom(seedFor(defaultSeed, `care/${member.code}`));
    return Array.from({ length: poisson(expected, random) }, (_, at) =>
      recordOf(member, `${member.code}/${at + 1}`, { workdays, random }),
    );
  });
  return [...usual, ...afterTheStorm(workdays)];
}

/** 稷野县: the day before the city's last one a storm flooded the offices of six townships; nobody has answered yet. */
const flooded = ['001', '002', '003', '004', '005', '006'].map((township) => `990124${township}-LETT/2`);

const afterTheStorm = (workdays: Workdays): readonly CareRecord[] =>
  staff
    .filter(({ code }) => flooded.includes(code))
    .map((member, at) => {
      const filedAt = instantOf(workdays, { day: workdays.length - 1, minute: 800 + 20 * at });
      return {
        request: filed(member, `${member.code}/storm`, stormStory, filedAt),
        text: stormStory.text,
        actions: [],
      };
    });

type Chance = Readonly<{ workdays: Workdays; random: Random }>;

/** Working days until the care officer acknowledges a request, most often within the term; until what follows. */
const delays = {
  ACKNOWLEDGE: [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 5],
  START_ACTION: [0, 1, 1, 2, 3, 4],
  RESOLVE: [2, 3, 4, 5, 6, 8, 10, 15, 22],
  CLOSE: [0, 0, 1, 2, 3, 5],
} as const;

/** What requesters say at the end; some say nothing. */
const satisfactions = ['SATISFIED', 'SATISFIED', 'SATISFIED', 'PARTLY_SATISFIED', 'DISSATISFIED', null] as const;

/** Some requesters never come back to say that it is settled. */
const shareClosed = 0.7;

function recordOf(member: Staff, code: string, chance: Chance): CareRecord {
  const { workdays, random } = chance;
  const story = picked(careStories, random);
  const officer = careOfficerFor(member, random);
  let moment: Moment | null = { day: Math.floor(random() * workdays.length), minute: 540 + Math.floor(random() * 470) };
  const request = filed(member, code, story, instantOf(workdays, moment));
  let record: CareRecord = { request, text: story.text, actions: [] };

  for (const { step, note } of stepsOf(story, random)) {
    moment = laterMoment(workdays, moment, picked(delays[step], random), random);
    if (!moment) return record;

    const at = instantOf(workdays, moment);
    const act = { at, by: step === 'CLOSE' ? record.request.requesterId : officer };
    const outcome =
      step === 'CLOSE'
        ? closed(record.request, act, picked(satisfactions, random))
        : responded(record.request, step, act);
    if (!outcome.ok) throw new Error(`${code}: ${outcome.reason}`);
    record = withStep(record, { ...outcome.value, version: record.request.version + 1 }, { act, note, code });
  }
  return record;
}

type Step = Readonly<{ step: keyof typeof delays; note: string | null }>;

const stepsOf = (story: CareStory, random: Random): readonly Step[] => [
  { step: 'ACKNOWLEDGE', note: story.acknowledged },
  { step: 'START_ACTION', note: story.inAction },
  { step: 'RESOLVE', note: story.resolved },
  ...(random() < shareClosed ? ([{ step: 'CLOSE', note: picked(closingWords, random) }] as const) : []),
];

function filed(member: Staff, code: string, { kind }: Pick<CareStory, 'kind'>, filedAt: Date): CareRequest {
  const firstResponse = planDeadline('CARE_FIRST_RESPONSE', filedAt);
  if (!firstResponse.ok) throw new Error(`${code}: ${firstResponse.reason}`);
  return newCareRequest({
    id: seededId('care-request', code),
    requesterId: seededId('staff', member.code),
    organizationId: seededId('organization', member.organizationCode),
    kind,
    filedAt,
    firstResponseDueAt: firstResponse.value.dueAt,
  });
}

type Taken = Readonly<{ act: Readonly<{ by: string; at: Date }>; note: string | null; code: string }>;

const withStep = ({ text, actions }: CareRecord, request: CareRequest, { act, note, code }: Taken): CareRecord => ({
  request,
  text,
  actions: [...actions, takenStep(request, act, { id: seededId('care-action', `${code}/${request.state}`), note })],
});

const areaPathOf = ({ organizationCode }: Staff): readonly string[] =>
  organizationByCode.get(organizationCode)?.areaPath ?? [];

const careOfficers = staff.filter(({ roles }) => roles.includes('CARE_OFFICER'));

/** A care officer of the nearest area that has one besides the requester. */
function careOfficerFor(member: Staff, random: Random): string {
  const others = careOfficers.filter(({ code }) => code !== member.code);
  const inReach = areaPathOf(member)
    .map((area) => others.filter((officer) => areaPathOf(officer).at(-1) === area))
    .findLast((officers) => officers.length > 0);
  return seededId('staff', picked(inReach ?? others, random).code);
}

function picked<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** How many of something that happens so often on average (Knuth). */
function poisson(expected: number, random: Random): number {
  let count = 0;
  for (let left = random(); left > Math.exp(-expected); left *= random()) count += 1;
  return count;
}
