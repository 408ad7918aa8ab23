import { drawnFrom, drawnInteger, drawnPoisson } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { PetitionClaim } from '../history/petition-history.ts';
import { governance } from './governance.ts';
import { housing } from './housing.ts';
import { labour } from './labour.ts';
import { land } from './land.ts';
import { livelihood } from './livelihood.ts';
import { market } from './market.ts';
import type { Stories, Story } from './matter-text.ts';
import { narrativeOf } from './narrative.ts';
import { suggestions } from './suggestions.ts';
import { surroundings } from './surroundings.ts';
import { utilities } from './utilities.ts';
import { village } from './village.ts';

/** What a petition is about, and who brings it where. */
export type Telling = Readonly<{
  issueTypeCode: string;
  isSuggestion: boolean;
  /** Names of the township and of its county. */
  place: string;
  county: string;
  /** Since when the matter is open: `2026年3月`. */
  since: string;
  /** For how many years. */
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

const stories: Stories = {
  ...labour,
  ...land,
  ...village,
  ...housing,
  ...utilities,
  ...surroundings,
  ...livelihood,
  ...market,
  ...governance,
};

/** 标题、概况、主要内容、诉求. Title and summary name nobody. */
export function wordedMatter(random: Random, telling: Telling): WordedMatter {
  const story = drawnFrom(random, storiesOf(telling));
  const yuan = story.money ? rounded(random, story.money) : null;
  const fill = filler(random, telling, yuan);
  const facts = fill(story.facts);
  // 1 + Poisson(.4), as far as the story has something to ask for.
  const asked = story.claims.slice(0, 1 + drawnPoisson(random, 0.4));
  const claims = asked.map((claim) => claimOf(fill(claim), claim, yuan));
  const texts = claims.map(({ text }) => text);
  return {
    title: fill(story.title),
    summary: telling.isSuggestion
      ? `来信人认为：${facts}建议：${texts.join('；')}。`
      : `信访人反映：${facts}请求：${texts.join('；')}。`,
    narrative: narrativeOf(random, telling, facts, texts),
    claims,
  };
}

function storiesOf({ issueTypeCode, isSuggestion }: Telling): readonly Story[] {
  const found = isSuggestion ? suggestions[issueTypeCode.slice(0, 1)] : stories[issueTypeCode];
  if (!found) throw new RangeError(`nobody has words for ${issueTypeCode}`);
  return found;
}

const claimOf = (text: string, template: string, yuan: number | null): PetitionClaim => ({
  text,
  amountFen: yuan !== null && template.includes('{amount}') ? String(yuan * 100) : null,
});

function filler(random: Random, { place, since }: Telling, yuan: number | null) {
  const values: Readonly<Record<string, string>> = {
    place,
    since,
    amount: yuan === null ? '' : moneyText(yuan),
    count: numerals[drawnInteger(random, 0, numerals.length - 1)] ?? '',
  };
  return (template: string): string => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

const numerals: readonly string[] = ['两', '三', '四', '五', '六', '七', '八'];

function rounded(random: Random, [least, most]: readonly [number, number]): number {
  const drawn = least * (most / least) ** random();
  return drawn < 1_000 ? Math.round(drawn / 10) * 10 : Math.round(drawn / 100) * 100;
}

const moneyText = (yuan: number): string => (yuan < 10_000 ? `${yuan}元` : `${yuan / 10_000}万元`);
