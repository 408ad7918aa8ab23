import { Refusal } from './refusal.ts';

const deepest = 32;
const mostValues = 5_000;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses variables that would exhaust what reads them, or whose names could become part of an object's prototype. */
export function checkShape(variables: unknown): void {
  let values = 0;
  const check = (value: unknown, depth: number): void => {
    values += 1;
    if (depth > deepest || values > mostValues) throw tooLarge;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (reserved.has(key)) throw reservedName;
      check(member, depth + 1);
    }
  };
  check(variables, 0);
}

const tooLarge = new Refusal(400, 'BAD_USER_INPUT', {
  zh: '变量嵌套过深或数量过多。',
  en: 'The variables are nested too deeply, or too many.',
});
const reservedName = new Refusal(400, 'BAD_USER_INPUT', {
  zh: '变量中含有不允许的名称。',
  en: 'The variables contain a name that is not allowed.',
});
