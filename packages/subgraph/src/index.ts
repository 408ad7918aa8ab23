export { buildSchema, readSchema } from './schema.ts';
export { commonRefusals } from './common-refusals.ts';
export { createExecutor, type SubgraphRequest } from './execute.ts';
export { errorCodes, isErrorCode, type ErrorCode } from './error-codes.ts';
export { errorTexts, said, type Text } from './wording.ts';
export {
  graphError,
  logToStandardError,
  maskedError,
  maskedResult,
  type ErrorLog,
  type MaskedResult,
} from './errors.ts';
export { fixedViewersOf, fixedViewersVariable, type FixedViewers } from './fixed-viewers.ts';
export { checkLiterals, checkVariables, isStorable } from './input-text.ts';
export { payload, type PayloadError, type Refusal, type Wording } from './payload.ts';
export {
  eventKeys,
  signViewer,
  verifyViewer,
  viewerHeader,
  type TokenBinding,
  type TokenKeys,
  type Voucher,
} from './viewer-token.ts';
export { acceptRawJson, signed, subgraphServer, takeEvents, type Serving } from './serve.ts';
export type { FieldsOf } from './fields.ts';
export type { CityLoad, CitySize, Subgraph, SubgraphDefinition, Surroundings } from './subgraph.ts';
