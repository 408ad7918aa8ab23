import { drawnName } from '../chance/drawn-name.ts';
import { drawnFrom, drawnInteger } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { PetitionParty } from '../history/petition-history.ts';
import type { Area } from '../reference/area.ts';

/** Where the person lives: the township and its county. */
export type Home = Readonly<{ county: string; township: Area }>;

/** 自然人 who does not exist. */
export const drawnPerson = (random: Random, role: PetitionParty['role'], home: Home): PetitionParty => ({
  role,
  kind: 'NATURAL_PERSON',
  name: drawnName(random),
  phone: random() < 0.93 ? phoneNumber(random) : null,
  idNumber: random() < 0.7 ? invalidIdNumber(random, home.township.code) : null,
  address: addressIn(random, home),
  contactPreference: drawnFrom(random, ['SMS', 'PHONE', 'PHONE', 'APP', 'LETTER']),
});

/** 法人 that does not exist. */
export const drawnCompany = (random: Random, home: Home): PetitionParty => ({
  role: 'PETITIONER',
  kind: 'LEGAL_PERSON',
  name: `云泽${drawnFrom(random, words)}${drawnFrom(random, words)}${drawnFrom(random, trades)}有限公司`,
  phone: phoneNumber(random),
  idNumber: null,
  address: addressIn(random, home),
  contactPreference: 'PHONE',
});

/** 匿名. */
export const nobody: PetitionParty = {
  role: 'PETITIONER',
  kind: 'ANONYMOUS',
  name: null,
  phone: null,
  idNumber: null,
  address: null,
  contactPreference: 'NONE',
};

const words = Array.from('宏瑞泰丰源诚信和兴盛达远');
const trades = ['机械', '服饰', '食品', '建材', '商贸', '电子', '物流'] as const;

// No subscriber has an eleven-digit number that begins with 140: it is kept for machines.
const phoneNumber = (random: Random): string => `140${digits(random, 8)}`;

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => drawnInteger(random, 0, 9)).join('');

function addressIn(random: Random, { county, township }: Home): string {
  const place = `${county}${township.name}`;
  if (!township.name.endsWith('街道')) return `${place}${drawnInteger(random, 1, 9)}组${drawnInteger(random, 1, 99)}号`;
  return `${place}${drawnInteger(random, 1, 30)}号楼${drawnInteger(random, 1, 4)}单元${drawnInteger(random, 1, 18)}0${drawnInteger(random, 1, 4)}室`;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = Array.from('10X98765432');

/** The form of a resident ID number with a check character that is wrong: it can belong to nobody. */
function invalidIdNumber(random: Random, areaCode: string): string {
  const year = drawnInteger(random, 1948, 2004);
  const month = String(drawnInteger(random, 1, 12)).padStart(2, '0');
  const day = String(drawnInteger(random, 1, 28)).padStart(2, '0');
  const body = `${areaCode.slice(0, 6)}${year}${month}${day}${digits(random, 3)}`;
  const right = weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11;
  return body + (checkCharacters[(right + drawnInteger(random, 1, 10)) % 11] ?? 'X');
}
