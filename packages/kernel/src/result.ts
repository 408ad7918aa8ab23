/** The outcome of a rule: a value, or the reason it was refused. */
export type Result<Value, Reason extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;
export const fail = <const Reason extends string>(reason: Reason) => ({ ok: false, reason }) as const;
