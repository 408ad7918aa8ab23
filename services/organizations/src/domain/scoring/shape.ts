/** What is wrong with a document, and where: `warningRules[0].any[2]`. */
export type Fault = Readonly<{ code: FaultCode; place: string }>;

export type FaultCode =
  | 'NOT_JSON'
  | 'FIELD_MISSING'
  | 'FIELD_UNKNOWN'
  | 'VALUE_INVALID'
  | 'UNKNOWN_OPERATOR'
  | 'UNKNOWN_INDICATOR'
  | 'INDICATOR_NEVER_SCORED'
  | 'INDICATOR_TWICE'
  | 'BANDS_DISORDERED'
  | 'UNKNOWN_FACT'
  | 'FACT_IN_NO_LIST'
  | 'FACT_IN_TWO_LISTS'
  | 'SEVERITY_UNCARRIED'
  | 'NEVER_SCORED_MISSING';

/** Says what is wrong with a value that stands at that place; nothing where it is as it should be. */
export type Shape = (value: unknown, place: string) => readonly Fault[];

export const fault = (code: FaultCode, place: string): readonly Fault[] => [{ code, place }];

/** A place inside a place. */
export const placeIn = (place: string, field: string): string => (place === '' ? field : `${place}.${field}`);

export const valid =
  (isValid: (value: unknown) => boolean, code: FaultCode = 'VALUE_INVALID'): Shape =>
  (value, place) =>
    isValid(value) ? [] : fault(code, place);

export const text: Shape = valid((value) => typeof value === 'string' && value.trim() !== '');

export const numberBetween = (least: number, most: number): Shape =>
  valid((value) => typeof value === 'number' && value >= least && value <= most);

export const countFrom = (least: number): Shape =>
  valid((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least);

export const exactly = (expected: string | boolean): Shape => valid((value) => value === expected);

export const oneOf = (allowed: readonly string[], code: FaultCode = 'VALUE_INVALID'): Shape =>
  valid((value) => typeof value === 'string' && allowed.includes(value), code);

export const listOf =
  (shape: Shape): Shape =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((item: unknown, index) => shape(item, `${place}[${index}]`))
      : fault('VALUE_INVALID', place);

export const both =
  (first: Shape, second: Shape): Shape =>
  (value, place) => {
    const faults = first(value, place);
    return faults.length > 0 ? faults : second(value, place);
  };

type Fields = Readonly<Record<string, Shape>>;

/** An object of exactly these fields; those in `optional` may be left out. */
export const objectOf =
  (required: Fields, optional: Fields = {}): Shape =>
  (value, place) => {
    if (!isRecord(value)) return fault('VALUE_INVALID', place);
    const shapes = { ...required, ...optional };
    const given = Object.entries(value).flatMap(([field, item]) =>
      Object.hasOwn(shapes, field)
        ? (shapes[field]?.(item, placeIn(place, field)) ?? [])
        : fault('FIELD_UNKNOWN', placeIn(place, field)),
    );
    const missing = Object.keys(required).filter((field) => !Object.hasOwn(value, field));
    return [...given, ...missing.flatMap((field) => fault('FIELD_MISSING', placeIn(place, field)))];
  };

/** An object with any number of fields. */
export const recordOf =
  (key: Shape, item: Shape): Shape =>
  (value, place) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([field, found]) => [
          ...key(field, placeIn(place, field)),
          ...item(found, placeIn(place, field)),
        ])
      : fault('VALUE_INVALID', place);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
