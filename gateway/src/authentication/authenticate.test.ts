import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { keysFrom } from '@onevisit/home';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { testKeys } from '../testing/test-gateway.ts';
import { createAuthenticate } from './authenticate.ts';
import { developmentIssuer, signStaffToken } from './development-issuer.ts';
import { BadTokenError, IssuerUnreachableError } from './identity.ts';
import { developers, oidc, petitioners } from './issuer.ts';
import { petitionerIssuer, signPetitionerToken } from './petitioner-token.ts';
import type { StaffClaims } from './staff-token.ts';

const keys = testKeys.tokenIssuer;
const strangers = keysFrom(() => [{ id: 'test', key: Buffer.alloc(32, 'x') }]).tokenIssuer;
const authenticate = createAuthenticate([petitioners(keys), developers(keys)]);

const clerk: StaffClaims = {
  sub: 'staff-1',
  roles: ['CLERK'],
  organization_id: 'organization-1',
  area_code: '990102',
  task_force_code: null,
};

type Forgery = Readonly<{
  header?: object;
  claims?: object;
  without?: readonly string[];
  key?: typeof keys.privateJwk;
}>;

/** A staff token as the development issuer would sign it, but for what the test changes. */
async function aToken({
  header = {},
  claims = {},
  without = [],
  key = keys.privateJwk,
}: Forgery = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const payload: JWTPayload = {
    ...clerk,
    iss: developmentIssuer,
    aud: 'onevisit',
    iat: now,
    exp: now + 60,
    ...claims,
  };
  for (const claim of without) delete payload[claim];
  return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid: 'test', typ: 'at+jwt', ...header }).sign(key);
}

const bearer = (token: string) => authenticate(`Bearer ${token}`);
const now = () => Math.floor(Date.now() / 1_000);
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('a staff token', () => {
  afterEach(() => void jest.useRealTimers());

  it('makes a viewer of its bearer', async () => {
    expect(await bearer(await signStaffToken(clerk, keys))).toEqual({
      id: 'staff-1',
      roles: ['CLERK'],
      organizationId: 'organization-1',
      areaCode: '990102',
      taskForceCode: null,
      caseId: null,
      grade: null,
    });
  });

  it('is nobody where there is none', async () => {
    expect(await authenticate(undefined)).toBeNull();
  });

  const hostile: [string, () => Promise<string>][] = [
    [
      'has no signature (alg none)',
      async () => `${encoded({ alg: 'none', typ: 'at+jwt' })}.${(await aToken()).split('.')[1]}.`,
    ],
    ['is signed with the public key as a secret (HS256)', async () => hs256(await aToken())],
    ['has another algorithm (RS256)', async () => rs256()],
    ['is expired', () => aToken({ claims: { exp: now() - 10 } })],
    ['never expires', () => aToken({ without: ['exp'] })],
    ['has no time of issue', () => aToken({ without: ['iat'] })],
    ['was issued long ago', () => aToken({ claims: { iat: now() - 16 * 60, exp: now() + 3_600 } })],
    ['was issued in the future', () => aToken({ claims: { iat: now() + 600, exp: now() + 700 } })],
    ['is not good yet', () => aToken({ claims: { nbf: now() + 600 } })],
    ['is for another audience', () => aToken({ claims: { aud: 'elsewhere' } })],
    ['is for no audience', () => aToken({ without: ['aud'] })],
    ['is of another issuer', () => aToken({ claims: { iss: 'https://elsewhere.example' } })],
    ['is of no issuer', () => aToken({ without: ['iss'] })],
    ['is of no subject', () => aToken({ without: ['sub'] })],
    ['names no roles', () => aToken({ without: ['roles'] })],
    ['names a role that is none', () => aToken({ claims: { roles: ['EMPEROR'] } })],
    ['names a role that is not for staff', () => aToken({ claims: { roles: ['PETITIONER', 'PUBLIC'] } })],
    ['is an identity token', () => aToken({ header: { typ: 'JWT' } })],
    ['has no type', () => aToken({ header: { typ: undefined } })],
    ['names a key in a file (kid)', () => aToken({ header: { kid: '../../etc/passwd' } })],
    ['names a key in a table (kid)', () => aToken({ header: { kid: "' or 1=1 --" } })],
    ['brings its own key (jwk)', () => aToken({ header: { jwk: strangers.publicJwk }, key: strangers.privateJwk })],
    [
      'says where its key is (jku)',
      () => aToken({ header: { jku: 'http://127.0.0.1:9/keys' }, key: strangers.privateJwk }),
    ],
    ['is signed by somebody else', () => aToken({ key: strangers.privateJwk })],
    ['demands what is unknown (crit)', async () => critical()],
    ['was changed', async () => changed(await aToken(), { roles: ['DIRECTOR'] })],
    ['is a petitioner token of staff', () => aToken({ claims: { iss: petitionerIssuer } })],
    ['is encrypted', async () => `${encoded({ alg: 'dir', enc: 'A256GCM' })}.a.b`],
    ['is no token', async () => 'a.b.c'],
  ];
  it.each(hostile)('is refused when it %s', async (_what, forged) => {
    await expect(bearer(await forged())).rejects.toThrow(BadTokenError);
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer ', 'Bearer a', '', 'null'])('is refused as %j', async (authorization) => {
    await expect(authenticate(authorization)).rejects.toThrow(BadTokenError);
  });

  it('is not remembered beyond its end', async () => {
    const token = await aToken({ claims: { exp: now() + 30 } });
    await bearer(token);
    jest.useFakeTimers({ now: Date.now() + 60_000, doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    await expect(bearer(token)).rejects.toThrow(BadTokenError);
  });

  it('is not remembered beyond fifteen minutes, whatever it says', async () => {
    const token = await aToken({ claims: { exp: now() + 3_600 } });
    await bearer(token);
    jest.useFakeTimers({ now: Date.now() + 16 * 60_000, doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    await expect(bearer(token)).rejects.toThrow(BadTokenError);
  });

  it('of the development issuer is refused where that is not trusted', async () => {
    const inProduction = createAuthenticate([petitioners(keys)]);
    await expect(inProduction(`Bearer ${await aToken()}`)).rejects.toThrow(BadTokenError);
  });

  it('holds while its key is retired and still published', async () => {
    const rotated = keysFrom((purpose) => [
      { id: 'next', key: Buffer.alloc(32, 'n') },
      { id: 'test', key: Buffer.alloc(32, purpose) },
    ]).tokenIssuer;
    const afterwards = createAuthenticate([developers(rotated)]);
    expect((await afterwards(`Bearer ${await aToken()}`))?.id).toBe('staff-1');
  });
});

describe('a petitioner token', () => {
  it('opens one case and nothing else', async () => {
    expect(await bearer(await signPetitionerToken({ caseId: 'case-1', grade: 'VIEW' }, keys))).toEqual({
      id: 'case:case-1',
      roles: ['PETITIONER'],
      organizationId: null,
      areaCode: null,
      taskForceCode: null,
      caseId: 'case-1',
      grade: 'VIEW',
    });
  });

  it.each([
    ['another grade', { case_id: 'case-1', grade: 'ALL' }],
    ['no case', { grade: 'ACT' }],
  ])('with %s is refused', async (_what, claims) => {
    const token = await aToken({ claims: { iss: petitionerIssuer, ...claims }, header: { typ: 'petitioner+jwt' } });
    await expect(bearer(token)).rejects.toThrow(BadTokenError);
  });

  it('brings no role of staff', async () => {
    const claims = { iss: petitionerIssuer, case_id: 'case-1', grade: 'ACT', roles: ['DIRECTOR'] };
    expect((await bearer(await aToken({ claims, header: { typ: 'petitioner+jwt' } })))?.roles).toEqual(['PETITIONER']);
  });
});

describe('a token of the city’s own log-in', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  async function published(answer: () => { status: number; body: string }) {
    server = createServer((_request, response) => {
      const { status, body } = answer();
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    return new URL(`http://127.0.0.1:${port}/jwks.json`);
  }

  it('is checked with the keys that it publishes', async () => {
    const jwksUrl = await published(() => ({ status: 200, body: JSON.stringify({ keys: [keys.publicJwk] }) }));
    const inCity = createAuthenticate([oidc({ issuer: 'https://login.example', jwksUrl })]);
    const token = await aToken({ claims: { iss: 'https://login.example' } });
    expect((await inCity(`Bearer ${token}`))?.roles).toEqual(['CLERK']);
  });

  it('is refused when its algorithm is none of ours, though its key is published', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS512');
    const published512 = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test' }] });
    const jwksUrl = await published(() => ({ status: 200, body: published512 }));
    const inCity = createAuthenticate([oidc({ issuer: 'https://login.example', jwksUrl })]);
    const claims = { ...clerk, iss: 'https://login.example', aud: 'onevisit', iat: now(), exp: now() + 60 };
    const header = { alg: 'RS512', kid: 'test', typ: 'at+jwt' };
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
    await expect(inCity(`Bearer ${token}`)).rejects.toThrow(BadTokenError);
  });

  it('is neither good nor bad while the keys cannot be had', async () => {
    const jwksUrl = await published(() => ({ status: 503, body: '' }));
    const inCity = createAuthenticate([oidc({ issuer: 'https://login.example', jwksUrl })]);
    const token = await aToken({ claims: { iss: 'https://login.example' } });
    await expect(inCity(`Bearer ${token}`)).rejects.toThrow(IssuerUnreachableError);
  });

  it('is refused when another key of the same name signed it', async () => {
    const jwksUrl = await published(() => ({ status: 200, body: JSON.stringify({ keys: [strangers.publicJwk] }) }));
    const inCity = createAuthenticate([oidc({ issuer: 'https://login.example', jwksUrl })]);
    const token = await aToken({ claims: { iss: 'https://login.example' } });
    await expect(inCity(`Bearer ${token}`)).rejects.toThrow(BadTokenError);
  });
});

function changed(token: string, claims: object): string {
  const [header, payload = '', signature] = token.split('.');
  const before = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [header, encoded({ ...before, ...claims }), signature].join('.');
}

function hs256(token: string): string {
  const content = `${encoded({ alg: 'HS256', kid: 'test', typ: 'at+jwt' })}.${token.split('.')[1]}`;
  const secret = JSON.stringify(keys.publicJwk);
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

async function rs256(): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const header = { alg: 'RS256', kid: 'test', typ: 'at+jwt', jwk: await exportJWK(publicKey) };
  const claims = { ...clerk, iss: developmentIssuer, aud: 'onevisit', iat: now(), exp: now() + 60 };
  return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
}

async function critical(): Promise<string> {
  const claims = { ...clerk, iss: developmentIssuer, aud: 'onevisit', iat: now(), exp: now() + 60 };
  const header = { alg: 'EdDSA', kid: 'test', typ: 'at+jwt', crit: ['mood'], mood: 'good' };
  return new SignJWT(claims).setProtectedHeader(header).sign(keys.privateJwk, { crit: { mood: true } });
}
