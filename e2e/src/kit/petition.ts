import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import type { Variables } from './answer.ts';
import type { Whereabouts } from './stack.ts';

/** Somebody who does not exist, and whom no other test has made up. */
export type Invented = Readonly<{ name: string; phone: string; address: string; idNumber: string }>;

const rareCharacters = Array.from('翀翃翙翚翛翾翯羴羵羷羺羻羽耏耒耜耝耥');
const drawn = (characters: readonly string[], length: number): string =>
  Array.from({ length }, () => characters[randomInt(characters.length)] ?? '').join('');
const digits = (length: number): string => drawn(Array.from('0123456789'), length);

/** A petitioner; who it is stands in the stack's folder, so that it can be looked for where it should not be. */
export function inventedBy(stack: Whereabouts): Invented {
  const one: Invented = {
    name: `示${drawn(rareCharacters, 4)}`,
    // Numbers that begin with 140 are kept for machines: nobody has one.
    phone: `140${digits(8)}`,
    address: `青禾桥街道${drawn(rareCharacters, 4)}路 ${digits(3)} 号`,
    idNumber: `990102199001${digits(5)}X`,
  };
  appendFileSync(fileIn(stack), `${JSON.stringify(one)}\n`, { mode: 0o600 });
  return one;
}

const fileIn = ({ folder }: Whereabouts): string => join(folder, 'petitioners.jsonl');

/** Everybody who was made up for this stack. */
export const inventedFor = (stack: Whereabouts): readonly Invented[] =>
  existsSync(fileIn(stack))
    ? readFileSync(fileIn(stack), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Invented)
    : [];

/** What a clerk types for an ordinary petition about wages; say only what matters. */
export const petitionOf = (petitioner: Invented, overrides: Variables = {}): Variables => ({
  channel: 'VISIT',
  category: 'APPEAL',
  issueTypeCode: 'A1',
  areaCode: '990102001',
  title: '反映某制鞋企业拖欠三个月工资',
  summary: '来访人反映所在企业自三月起未发工资',
  narrative: `我叫${petitioner.name}，在一家制鞋厂上班，三月到五月的工资一直没有发。`,
  claims: [{ text: '支付拖欠的三个月工资', amountFen: '1860000' }],
  parties: [{ ...petitioner, contactPreference: 'SMS' }],
  ...overrides,
});
