/** A value was sealed with a key that this installation's ring no longer holds. */
export class MissingKeyError extends Error {
  override readonly name = 'MissingKeyError';
  readonly keyId: string;

  constructor(keyId: string) {
    super(`no key ${keyId} in the ring`);
    this.keyId = keyId;
  }
}

/** A sealed value was changed, moved to another place, or sealed with another key. It says nothing of its content. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';

  constructor(place: string) {
    super(`the seal of ${place} is broken`);
  }
}
