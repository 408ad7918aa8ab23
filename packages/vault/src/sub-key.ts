import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

// Weak: sub-keys last exactly as long as somebody holds the key they come from.
const derived = new WeakMap<KeyObject, Map<string, KeyObject>>();

/** The key for one purpose (HKDF-SHA256), so that no two purposes share a key. Purposes are names in the code, so few. */
export function subKey(key: KeyObject, purpose: string): KeyObject {
  const known = derived.get(key) ?? new Map<string, KeyObject>();
  derived.set(key, known);
  const made = known.get(purpose) ?? derive(key, purpose);
  known.set(purpose, made);
  return made;
}

const derive = (key: KeyObject, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `onevisit/${purpose}`, 32)));
