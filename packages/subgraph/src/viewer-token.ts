import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '@onevisit/kernel';

export const viewerHeader = 'x-onevisit-viewer';

/** Two keys can be valid at a time, so that they rotate without a stop. */
export type TokenKeys = Readonly<{
  current: Readonly<{ id: string; key: Buffer }>;
  all: ReadonlyMap<string, Buffer>;
}>;

/**
 * The keys that events for a subgraph are signed with. Its fellows hold these, and not the ones that they come from:
 * who may hand over an event cannot ask in anybody's name.
 */
export const eventKeys = ({ current, all }: TokenKeys): TokenKeys => ({
  current: { id: current.id, key: keyOfEvents(current.key) },
  all: new Map([...all].map(([id, key]) => [id, keyOfEvents(key)])),
});

/** What the gateway vouches for to one subgraph. */
export type Voucher = Readonly<{
  viewer: Viewer;
  /** Milliseconds that remain of the operation's time. */
  budgetMs: number;
}>;

/** What a token is bound to: it opens nothing else. */
export type TokenBinding = Readonly<{ audience: string; body: string; keys: TokenKeys }>;

type Claims = Voucher & Readonly<{ aud: string; exp: number; body: string }>;

const lifetimeMs = 15_000;
/** How far the clocks of two hosts may be apart. */
const leewayMs = 5_000;

/** Signs who asks, for one subgraph and one request body: HMAC-SHA256, 15 s. */
export function signViewer(voucher: Voucher, { audience, body, keys }: TokenBinding, now = Date.now()): string {
  const claims: Claims = { ...voucher, aud: audience, exp: now + lifetimeMs, body: digest(body) };
  const content = `v1.${keys.current.id}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${content}.${mac(keys.current.key, content).toString('base64url')}`;
}

/** The voucher, or null for anything that the gateway did not sign for this subgraph, this body and this moment. */
export function verifyViewer(token: unknown, { audience, body, keys }: TokenBinding, now = Date.now()): Voucher | null {
  if (typeof token !== 'string') return null;
  const [version, kid, payload, signature, ...rest] = token.split('.');
  const key = kid === undefined ? undefined : keys.all.get(kid);
  if (version !== 'v1' || !key || !payload || !signature || rest.length > 0) return null;
  if (!isSame(mac(key, `v1.${kid}.${payload}`), Buffer.from(signature, 'base64url'))) return null;

  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  const isOfNow = claims.exp > now && claims.exp <= now + lifetimeMs + leewayMs;
  const isValid = isOfNow && claims.aud === audience && claims.body === digest(body);
  return isValid ? { viewer: frozen(claims.viewer), budgetMs: claims.budgetMs } : null;
}

const frozen = (viewer: Viewer): Viewer => Object.freeze({ ...viewer, roles: Object.freeze(viewer.roles) });
const keyOfEvents = (key: Buffer): Buffer => createHmac('sha256', key).update('events').digest();
const digest = (body: string): string => createHash('sha256').update(body).digest('base64url');
const mac = (key: Buffer, content: string): Buffer => createHmac('sha256', key).update(content).digest();
const isSame = (left: Buffer, right: Buffer): boolean => left.length === right.length && timingSafeEqual(left, right);
