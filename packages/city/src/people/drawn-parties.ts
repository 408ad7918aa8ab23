import { drawnInteger, drawnPareto } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { PetitionCategory, PetitionParty } from '../history/petition-history.ts';
import { drawnCompany, drawnPerson, nobody, type Home } from './identity.ts';

/** Who brings a petition. Beyond the representatives people are a number. */
export type DrawnParties = Readonly<{
  parties: readonly PetitionParty[];
  partySize: number;
  isCollective: boolean;
}>;

/** How a petition is brought. */
export type Visit = Readonly<{ category: PetitionCategory; issueTypeCode: string; isInPerson: boolean; home: Home }>;

// 1.8 % of visits, of which 86 % are appeals.
const collectiveShare = 0.018 / 0.86;
const mostPeople = 120;
const mostRepresentatives = 5;

/** 集体访 is for those who come in person, five or more; at most five of them represent it. */
export function drawnParties(random: Random, visit: Visit): DrawnParties {
  if (visit.category === 'APPEAL' && visit.isInPerson && random() < collectiveShare) return group(random, visit.home);

  const single = { parties: [drawnSingle(random, visit)], isCollective: false };
  return { ...single, partySize: random() < 0.9 ? 1 : drawnInteger(random, 2, 4) };
}

function group(random: Random, home: Home): DrawnParties {
  const partySize = Math.min(5 + Math.floor(4 * (drawnPareto(random, 1, 2.1) - 1)), mostPeople);
  const length = Math.min(partySize, mostRepresentatives);
  const parties = Array.from({ length }, () => drawnPerson(random, 'REPRESENTATIVE', home));
  return { parties, partySize, isCollective: true };
}

const anonymousShares: Readonly<Record<PetitionCategory, number>> = { APPEAL: 0, SUGGESTION: 0.1, ACCUSATION: 0.35 };

function drawnSingle(random: Random, { category, issueTypeCode, home }: Visit): PetitionParty {
  if (random() < anonymousShares[category]) return nobody;
  const isCompany = issueTypeCode === 'J5' && random() < 0.85;
  return isCompany ? drawnCompany(random, home) : drawnPerson(random, 'PETITIONER', home);
}
