/** What would name a person in an open text. */
export type IdentifyingPattern = 'ID_NUMBER' | 'BANK_CARD' | 'PHONE' | 'EMAIL';

/**
 * What in a title or a summary would name a person, or null: resident ID, bank card and telephone numbers, e-mail
 * addresses, also with full-width characters and with spaces or hyphens between the digits. Takes linear time. A text
 * that passes may still name somebody in words.
 */
export function identifyingPattern(text: string): IdentifyingPattern | null {
  const plain = plainText(text);
  return patterns.find((pattern) => detectors[pattern](plain)) ?? null;
}

/** Full-width characters made narrow; invisible ones dropped; ① and the like kept apart from the digits they precede. */
const plainText = (text: string): string =>
  text
    .replaceAll(/\p{Other_Number}/gu, ';')
    .normalize('NFKC')
    .replaceAll(/\p{Format}/gu, '')
    .toUpperCase();

// What may stand between two digits of one number. It is bounded, so every pattern looks a bounded way ahead.
const gap = String.raw`[ \t\p{Dash_Punctuation}]{0,3}`;
// Numbers are written in groups of three or more, or digit by digit: `15 2024-10-16` is none.
const grouped = String.raw`(?=\d{3}|\d[ \t\p{Dash_Punctuation}]{1,3}\d[ \t\p{Dash_Punctuation}])`;
const begin = String.raw`(?<!\d)`;
const end = String.raw`(?!\d)`;
const endNoAmount = String.raw`(?!\d|(?:\.\d{1,2})?元)`;
const more = (digits: number): string => String.raw`(?:${gap}\d){${digits}}`;
const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'gu');
/** At every place, not only behind the last match: a date before a number must not hide it. */
const everywhere = (...parts: readonly string[]): RegExp => pattern(begin, `(?=(`, ...parts, `))`);

const longId = everywhere(String.raw`[1-9]${more(16)}${gap}[\dX]${end}`);
const shortId = everywhere(grouped, String.raw`[1-6]${more(14)}${endNoAmount}`);
const bankCards = [16, 17, 18, 19].map((length) => everywhere(grouped, String.raw`[3-69]${more(length - 1)}${end}`));

const country = String.raw`(?:\+|00)86${gap}`;
const areaCode = String.raw`(?:10|2\d|[3-9]\d{2})`;
const subscriber = String.raw`[2-8]\d{2,3}${gap}\d{4}${endNoAmount}`;
const phones = [
  pattern(begin, `(?:(?:${country}|86${gap}))?`, grouped, `1${gap}[3-9]${more(9)}${endNoAmount}`),
  pattern(begin, String.raw`0${areaCode}\)?${gap}${subscriber}`),
  pattern(begin, country, String.raw`\(?${areaCode}\)?${gap}${subscriber}`),
  pattern(String.raw`(?:电话|座机|TEL|PHONE)(?:号码|号|是|为)?[\s:.]{0,3}${subscriber}`),
];
const email = pattern(String.raw`[^\s@][ \t]?@[ \t]?[\w-]{1,63}\.[A-Z]{2}`);

const detectors: Readonly<Record<IdentifyingPattern, (text: string) => boolean>> = {
  ID_NUMBER: (text) => numbersIn(text, longId).some(isLongId) || numbersIn(text, shortId).some(isShortId),
  BANK_CARD: (text) => bankCards.some((card) => numbersIn(text, card).some(isBankCard)),
  PHONE: (text) => phones.some((phone) => text.search(phone) !== -1),
  EMAIL: (text) => text.search(email) !== -1,
};

// Longer numbers first: an ID number is not taken for the telephone number that may be in it.
const patterns: readonly IdentifyingPattern[] = ['ID_NUMBER', 'BANK_CARD', 'PHONE', 'EMAIL'];

const numbersIn = (text: string, number: RegExp): readonly string[] =>
  [...text.matchAll(number)].map(([, written = '']) => written.replaceAll(/[^\dX]/g, ''));

const province = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])';
const monthAndDay = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
// 71 and 81 to 83 for Taiwan, Hong Kong and Macao, 9 for permanent residents from abroad. The check digit does not
// count: a number with a slip of the pen still leads to its owner.
const longIdForm = new RegExp(String.raw`^(?:${province}|71|8[1-3]|9\d)\d{4}(?:18|19|20)\d{2}${monthAndDay}`);
const shortIdForm = new RegExp(String.raw`^${province}\d{6}${monthAndDay}`);
const isLongId = (number: string): boolean => longIdForm.test(number);
const isShortId = (number: string): boolean => shortIdForm.test(number);

/** Begins like a card of this country or an international one, and its check digit (Luhn) is right. */
function isBankCard(number: string): boolean {
  const sum = Array.from(number, Number)
    .toReversed()
    .map((digit, index) => (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0 && /^(?:[3-6]|9558)/.test(number);
}
