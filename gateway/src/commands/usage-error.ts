/** Something that the person at the keyboard can put right; told in both languages, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}
