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
export { isAnchorSigned, rootOfHeads, signAnchor, type AnchorFacts, type ChainHead } from './anchor.ts';
export { merkleRoot } from './merkle.ts';
