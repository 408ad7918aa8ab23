import { drawnFrom, drawnInteger } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { PetitionCategory, PetitionHistory } from '../history/petition-history.ts';
import { drawnParties, type DrawnParties, type Visit } from '../people/drawn-parties.ts';
import type { Home } from '../people/identity.ts';
import { areaByCode, townshipsOf } from '../reference/area.ts';
import { campaignByCode } from '../reference/campaign.ts';
import { wordedMatter, type Telling } from '../text/worded-matter.ts';
import { drawnRespondent } from './accusation-path.ts';
import { drawnChannelOf, isInPerson } from './channels.ts';
import type { City } from './city.ts';
import type { CityDay } from './city-days.ts';
import type { ChannelGroup } from './day-weight.ts';
import { contact, drawnOffice, laterContacts, momentOf, type Place } from './contacts.ts';
import type { DrawnMatter } from './matter-mix.ts';
import { drawnRegistration } from './registration.ts';
import type { Scene } from './scene.ts';

/** A petition as it came in: everything but its way, and the scene in which that is drawn. */
export type ReceivedPetition = Readonly<{ history: Omit<PetitionHistory, 'code' | 'steps'>; scene: Scene }>;

/** Drawn of a petition before it is worded. */
export type Arrival = Readonly<{
  day: CityDay;
  group: ChannelGroup;
  matter: DrawnMatter;
  /** 积案: first registered on that day (YYYY-MM-DD); earlier than `day` where it was taken over from paper files. */
  backlogFrom: string | null;
}>;

// Of all cases 12 % are suggestions and 2 % accusations.
const suggestionShare = 0.12 / 0.98;
const urgentShare = 0.015;
const publicHealth = 'G4';

/** 来件: when, how and where it came in, who brings it, what it says. */
export function receivedPetition(city: City, random: Random, arrival: Arrival): ReceivedPetition {
  const { matter, backlogFrom, day } = arrival;
  const category = backlogFrom === null ? drawnCategory(random, matter) : 'APPEAL';
  const place = { countyCode: matter.countyCode, areaCode: drawnFrom(random, townshipsOf(matter.countyCode)).code };
  const { channel, origin } = drawnChannelOf(random, arrival.group);
  const officeCode = drawnOffice(random, channel, place);
  const receivedAt = momentOf(city, random, channel, day.startsAt);
  const registeredAt = drawnRegistration(city, random, channel, receivedAt);
  const visit = { category, issueTypeCode: matter.issueTypeCode, isInPerson: isInPerson(channel), home: homeOf(place) };
  const brought = drawnParties(random, visit);
  const told = wordedMatter(random, telling(random, arrival, visit, brought));
  const first = contact(random, { ordinal: 1, channel, receivedAt, officeCode, partySize: brought.partySize });
  const respondent = drawnRespondent({ random, countyCode: place.countyCode });
  return {
    history: {
      category,
      origin: backlogFrom === null || backlogFrom === day.date ? origin : 'LEGACY_IMPORT',
      issueTypeCode: matter.issueTypeCode,
      areaCode: place.areaCode,
      ...told,
      ...brought,
      respondentCodes: category === 'ACCUSATION' ? [respondent] : [],
      urgency: random() < urgentShare ? 'URGENT' : 'NORMAL',
      ...tagsOf(arrival, category),
      firstRegisteredOn: backlogFrom ?? city.days.dayAt(registeredAt).date,
      registeredAt: new Date(registeredAt),
      contacts: [first, ...laterContacts(city, random, first, place)],
    },
    scene: {
      city,
      random,
      category,
      ...matter,
      receivingCode: officeCode,
      title: told.title,
      claims: told.claims,
      receivedAt,
      registeredAt,
      isBacklog: backlogFrom !== null,
    },
  };
}

function drawnCategory(random: Random, { issueTypeCode }: DrawnMatter): PetitionCategory {
  if (issueTypeCode.startsWith('X')) return 'ACCUSATION';
  return random() < suggestionShare ? 'SUGGESTION' : 'APPEAL';
}

/** CP-BACKLOG with its task force, or CP-HEALTH for public health while that campaign runs; nothing else tags a case. */
function tagsOf(
  { matter, day, backlogFrom }: Arrival,
  category: PetitionCategory,
): Pick<PetitionHistory, 'campaignCode' | 'taskForceCode'> {
  if (backlogFrom !== null) return { campaignCode: 'CP-BACKLOG', taskForceCode: 'TF-BACKLOG' };
  const isHealth = matter.issueTypeCode === publicHealth && category !== 'ACCUSATION';
  return { campaignCode: isHealth && isRunning('CP-HEALTH', day.date) ? 'CP-HEALTH' : null, taskForceCode: null };
}

function isRunning(campaignCode: string, date: string): boolean {
  const campaign = campaignByCode.get(campaignCode);
  return campaign !== undefined && campaign.startsOn <= date && (campaign.endsOn === null || date <= campaign.endsOn);
}

function homeOf({ countyCode, areaCode }: Place): Home {
  const county = areaByCode.get(countyCode);
  const township = areaByCode.get(areaCode);
  if (!county || !township) throw new RangeError(`no township ${areaCode}`);
  return { county: county.name, township };
}

function telling(
  random: Random,
  { day, backlogFrom }: Arrival,
  { category, issueTypeCode, home }: Visit,
  { parties, partySize, isCollective }: DrawnParties,
): Telling {
  const from = Temporal.PlainDate.from(backlogFrom ?? day.date);
  const { year, month } = from.subtract({ months: drawnInteger(random, 1, 14) });
  return {
    issueTypeCode,
    isSuggestion: category === 'SUGGESTION',
    place: home.township.name,
    county: home.county,
    since: `${year}年${month}月`,
    years: from.until(day.date, { largestUnit: 'years' }).years,
    speaker: isCollective ? 'GROUP' : speakers[parties[0]?.kind ?? 'NATURAL_PERSON'],
    partySize,
  };
}

const speakers = { NATURAL_PERSON: 'PERSON', LEGAL_PERSON: 'COMPANY', ANONYMOUS: 'NOBODY' } as const;
