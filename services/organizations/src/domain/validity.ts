/** 有效期: the first and the last day, YYYY-MM-DD in Shanghai; both are in force. */
export type Validity = Readonly<{ validFrom: string; validTo: string | null }>;

/** Whether it is in force on that day. Lists ask the same of the database: see `inForceOn` in data/validity.ts. */
export const isInForce = ({ validFrom, validTo }: Validity, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);
