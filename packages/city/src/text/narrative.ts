import { drawnFrom } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { Telling } from './worded-matter.ts';

/** 主要内容: who speaks, what happened, what was tried, what is asked for. */
export function narrativeOf(random: Random, telling: Telling, facts: string, asked: readonly string[]): string {
  const { isSuggestion, years } = telling;
  const list = asked.length === 1 ? asked.join('') : asked.map((claim, at) => `${numerals[at]}、${claim}`).join('；');
  const history = years > 1 ? `这件事前后已经${years}年。` : '';
  const paragraphs = [
    `${openings[telling.speaker](telling)}${facts}`,
    `${history}${isSuggestion ? '' : drawnFrom(random, tried)}`,
    `${isSuggestion ? '建议' : '请求'}：${list}。${drawnFrom(random, isSuggestion ? friendlyClosings : closings)}`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n');
}

const numerals = ['一', '二', '三', '四', '五'];

const openings: Readonly<Record<Telling['speaker'], (telling: Telling) => string>> = {
  PERSON: ({ place, county, isSuggestion }) =>
    `我是${county}${place}的居民，${isSuggestion ? '有一点建议' : '现反映以下情况'}。`,
  GROUP: ({ place, county, partySize }) => `我们是${county}${place}的${partySize}名群众，推选代表反映共同的事情。`,
  COMPANY: ({ place, county, isSuggestion }) =>
    `我单位位于${county}${place}，${isSuggestion ? '有一点建议' : '现反映以下情况'}。`,
  NOBODY: ({ place, county, isSuggestion }) =>
    isSuggestion ? `我在${county}${place}生活多年。` : `以下情况发生在${county}${place}。`,
};

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

const friendlyClosings: readonly string[] = ['仅供参考，谢谢。', '希望能研究一下。', '采纳与否都请回个话。'];
