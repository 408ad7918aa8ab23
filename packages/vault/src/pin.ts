import { fail, ok, type Result } from '@onevisit/kernel';

export type PinRefusal = 'PIN_MALFORMED' | 'PIN_TOO_SIMPLE';

/** The PIN that a petitioner chose: 6 digits, and none of those that everybody tries first. */
export function choosePin(text: string): Result<string, PinRefusal> {
  const pin = readPin(text);
  if (pin === null) return fail('PIN_MALFORMED');
  return isTooSimple(pin) ? fail('PIN_TOO_SIMPLE') : ok(pin);
}

/** The PIN that somebody typed, full-width digits made narrow; null if it cannot be one. */
export function readPin(text: string): string | null {
  const pin = text.normalize('NFKC').trim();
  return /^[0-9]{6}$/.test(pin) ? pin : null;
}

const isTooSimple = (pin: string): boolean =>
  hasFewDigits(pin) || isEvenlySpaced(pin) || isRepeated(pin) || isMirrored(pin) || isDoubledRun(pin);

/** 000000, 121212, 110011. */
const hasFewDigits = (pin: string): boolean => new Set(pin).size < 3;

/** 123456, 987654, 890123, 024680. */
function isEvenlySpaced(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  return new Set(steps).size === 1;
}

/** 123123. */
const isRepeated = (pin: string): boolean => pin.slice(0, 3) === pin.slice(3);

/** 123321. */
const isMirrored = (pin: string): boolean => /^(.)(.)(.)\3\2\1$/.test(pin);

/** 112233. */
const isDoubledRun = (pin: string): boolean =>
  /^(.)\1(.)\2(.)\3$/.test(pin) && isEvenlySpaced(pin.replaceAll(/(.)\1/g, '$1'));
