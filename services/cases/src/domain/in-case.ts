import type { Case } from './case.ts';

/** A part of a case beside the case it belongs to: what may be read of it depends on the case. */
export type InCase<Row extends object> = Row & Readonly<{ subject: Case }>;

export const inCase = <Row extends object>(subject: Case, row: Row): InCase<Row> => ({ ...row, subject });
