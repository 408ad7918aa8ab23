export { chainedEvent, verifyChain, type ChainedEvent, type ChainLink, type EventFacts } from './event-chain.ts';
export {
  contentMatches,
  signReceipt,
  verifyReceipt,
  type GenuineReceipt,
  type ReceiptFacts,
  type ReceiptKey,
  type ReceiptVerdict,
} from './receipt.ts';
export { isValidNumber, newNumber, readNumber, type NumberKind } from './number.ts';
export { canonicalJson, jsonHash, saltedHash, textHash } from './hash.ts';
