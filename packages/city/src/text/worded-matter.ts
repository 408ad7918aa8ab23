import { drawnFrom, drawnInteger, drawnPoisson } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { PetitionClaim } from '../history/petition-history.ts';
import { governance } from './governance.ts';
import { housing } from './housing.ts';
import { labour } from './labour.ts';
import { land } from './land.ts';
import { livelihood } from './livelihood.ts';
import type { MatterText, MatterTexts } from './matter-text.ts';
import { suggestions } from './suggestions.ts';

/** What a petition is about, and who brings it where. */
export type Telling = Readonly<{
  issueTypeCode: string;
  isSuggestion: boolean;
  /** Names of the township and of its county. */
  place: string;
  county: string;
  /** When the petition is written, and since when the matter is open: `2026年3月`. */
  since: string;
  years: number;
  speaker: 'PERSON' | 'GROUP' | 'COMPANY' | 'NOBODY';
  partySize: number;
}>;

export type WordedMatter = Readonly<{
  title: string;
  summary: string;
  narrative: string;
  claims: readonly PetitionClaim[];
}>;

const texts: MatterTexts = { ...labour, ...land, ...housing, ...livelihood, ...governance };

/** 标题、概况、主要内容、诉求. Title and summary name nobody. */
export function wordedMatter(random: Random, telling: Telling): WordedMatter {
  const text = textOf(telling);
  const yuan = text.money ? rounded(random, text.money) : null;
  const fill = filler(random, telling, yuan);
  const title = fill(drawnFrom(random, text.titles));
  const facts = fill(drawnFrom(random, text.facts));
  const claims = drawnClaims(random, text).map((claim) => claimOf(fill(claim), claim, yuan));
  const asked = claims.map(({ text: claim }) => claim);
  return {
    title,
    summary: `${telling.isSuggestion ? '来信人建议' : '信访人反映'}：${facts}请求：${asked.join('；')}。`,
    narrative: narrativeOf(random, telling, facts, asked),
    claims,
  };
}

function textOf({ issueTypeCode, isSuggestion }: Telling): MatterText {
  const text = isSuggestion ? suggestions[issueTypeCode.slice(0, 1)] : texts[issueTypeCode];
  if (!text) throw new RangeError(`nobody has words for ${issueTypeCode}`);
  return text;
}

/** As many as are asked for, 1 + Poisson(.4), in the order in which they are written. */
function drawnClaims(random: Random, { claims }: MatterText): readonly string[] {
  const count = Math.min(1 + drawnPoisson(random, 0.4), claims.length);
  const first = drawnInteger(random, 0, claims.length - count);
  return claims.slice(first, first + count);
}

const claimOf = (text: string, template: string, yuan: number | null): PetitionClaim => ({
  text,
  amountFen: yuan !== null && template.includes('{amount}') ? String(yuan * 100) : null,
});

function filler(random: Random, { place, county, since }: Telling, yuan: number | null) {
  const values: Readonly<Record<string, string>> = {
    place,
    county,
    since,
    amount: yuan === null ? '若干' : moneyText(yuan),
    count: String(drawnInteger(random, 2, 9)),
  };
  return (template: string): string => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function rounded(random: Random, [least, most]: readonly [number, number]): number {
  const drawn = least * (most / least) ** random();
  return drawn < 1_000 ? Math.round(drawn / 10) * 10 : Math.round(drawn / 100) * 100;
}

const moneyText = (yuan: number): string => (yuan < 10_000 ? `${yuan}元` : `${yuan / 10_000}万元`);

const tried: readonly string[] = [
  '为这件事先后找过有关单位几次，都让回去等通知。',
  '打过热线，回复说已经转给有关部门，之后没有人联系。',
  '有工作人员来看过一次，拍了照片，后来没有下文。',
  '问过社区，说不归他们管，也没有告诉该找谁。',
  '这是第一次正式反映，希望能有一个明确的说法。',
  '材料都已经准备好，可以随时提供。',
];

const closings: readonly string[] = [
  '望尽快核实处理，谢谢。',
  '盼书面答复。',
  '不求别的，只想有个说法。',
  '如需到现场，请提前联系。',
  '以上情况属实，愿意配合核实。',
];

const numerals = ['一', '二', '三', '四', '五'];

function narrativeOf(random: Random, telling: Telling, facts: string, asked: readonly string[]): string {
  const list = asked.length === 1 ? asked.join('') : asked.map((claim, at) => `${numerals[at]}、${claim}`).join('；');
  const wish = telling.isSuggestion ? `建议：${list}。` : `请求：${list}。`;
  const history = telling.years > 1 ? `这件事前后已经${telling.years}年。` : '';
  const attempts = telling.isSuggestion ? '' : drawnFrom(random, tried);
  return [`${openingOf(telling)}${facts}`, `${history}${attempts}`, `${wish}${drawnFrom(random, closings)}`]
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}

const openings: Readonly<Record<Telling['speaker'], (telling: Telling) => string>> = {
  PERSON: ({ place, county }) => `我是${county}${place}的居民，现反映以下情况。`,
  GROUP: ({ place, county, partySize }) => `我们是${county}${place}的${partySize}名群众，推选代表反映共同的事情。`,
  COMPANY: ({ place, county }) => `我单位位于${county}${place}，现反映以下情况。`,
  NOBODY: ({ place, county }) => `以下情况发生在${county}${place}。`,
};

const openingOf = (telling: Telling): string => openings[telling.speaker](telling);
