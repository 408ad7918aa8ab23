const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/** ISO 7064 MOD 37-2: the last character that makes the weighted sum 1 modulo 37; `*` stands for 36. */
export function checkCharacter(text: string): string {
  const sum = Array.from(text).reduce((total, character) => ((total + values.indexOf(character)) * 2) % 37, 0);
  return values.charAt((38 - sum) % 37);
}
