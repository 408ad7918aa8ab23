export {
  capabilityHash,
  capabilityMatches,
  newSetupToken,
  newTrackingCode,
  readSetupToken,
  readTrackingCode,
  type CaseSecret,
  type SecretKind,
} from './capability.ts';
export { choosePin, readPin, type PinRefusal } from './pin.ts';
export { createKeyRing, type KeyRing, type RingKey } from './key-ring.ts';
export { BrokenSealError, MissingKeyError } from './errors.ts';
export { matterKey, type Matter } from './matter-key.ts';
export { newDataKey, rewrapKey, unwrapKey, wrapKey, wrappedPrefix, type DataKey } from './data-key.ts';
export { open, openJson, seal, sealJson, type Cell } from './seal.ts';
