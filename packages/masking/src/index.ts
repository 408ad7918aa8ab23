export { identifyingPattern, type IdentifyingPattern } from './identifying-pattern.ts';
export { maskedName } from './masked-name.ts';
