import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '@onevisit/kernel';

const conversations = new AsyncLocalStorage<Language>();

/** Runs work whose messages are in this language: Apollo Server words its own errors where no request is at hand. */
export const speaking = <Value>(language: Language, work: () => Value): Value => conversations.run(language, work);

/** The language of the request under way. */
export const spokenLanguage = (): Language => conversations.getStore() ?? 'zh-CN';

/** What an Accept-Language header prefers: Chinese, unless English stands before it. */
export function acceptedLanguage(header: string | undefined): Language {
  const english = preference(header ?? '', 'en');
  return english > 0 && english > preference(header ?? '', 'zh') ? 'en' : 'zh-CN';
}

/** From 0 (not accepted) to 1. */
function preference(header: string, language: string): number {
  const ranges = header.split(',').map((range) => range.trim().toLowerCase());
  const weights = ranges.filter((range) => range.startsWith(language)).map(weightOf);
  return Math.max(0, ...weights);
}

function weightOf(range: string): number {
  const [, weight] = /;\s*q=([^;]*)/.exec(range) ?? [];
  return weight === undefined ? 1 : Number(weight) || 0;
}
