import { setTimeout as pause } from 'node:timers/promises';
import type { SigningKeys } from '@onevisit/home';
import { publicViewer, type Language } from '@onevisit/kernel';
import { type MaskedResult } from '@onevisit/subgraph';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { petitionerTokenMinutes, signPetitionerToken, type Capability } from '../authentication/petitioner-token.ts';
import type { SubgraphSource } from '../sources/subgraph-source.ts';
import { languageOf, Refusal } from './refusal.ts';
import { createThrottle, type Throttle } from './throttle.ts';

export type PetitionerDoor = Readonly<{
  /** The subgraph that knows tracking codes: the gateway itself keeps none. */
  cases: SubgraphSource;
  keys: SigningKeys;
  throttle?: Throttle;
  /** A failure is answered this long after it came: an unknown number takes no other time than a wrong code. */
  failureMs?: number;
}>;

type Credentials = Readonly<{ caseNo: string; trackingCode: string; pin?: string; setupToken?: string }>;

/** What one of the two mutations answered. */
type Answer = Readonly<{
  caseId?: string | null;
  grade?: string | null;
  isSet?: boolean;
  errors: readonly Readonly<{ code: string; message: string }>[];
}>;

/** Where petitioners turn a tracking code into a token, and set the PIN that makes it a signature. */
export function servePetitioners(app: FastifyInstance, door: PetitionerDoor): void {
  const { cases, keys, throttle = createThrottle({ atOnce: 20, oneEveryMs: 60_000 }), failureMs = 300 } = door;

  const guarded = async <Value>(request: FastifyRequest, work: (credentials: Credentials) => Promise<Value>) => {
    const until = Date.now() + failureMs;
    if (!throttle.take(request.ip)) throw new Refusal(429, 'RATE_LIMITED');
    try {
      const value = await work(request.body as Credentials);
      throttle.giveBack(request.ip);
      return value;
    } catch (error) {
      if (error !== notValid) throttle.giveBack(request.ip);
      await pause(Math.max(0, until - Date.now()));
      throw error;
    }
  };

  app.post('/token/petitioner', { schema: { body: verifySchema } }, (request) =>
    guarded(request, async (input) => {
      const capability = capabilityOf(await asked(cases, verifyDocument, input, languageOf(request)));
      const token = await signPetitionerToken(capability, keys);
      return { token, tokenType: 'Bearer', expiresIn: petitionerTokenMinutes * 60, grade: capability.grade };
    }),
  );
  app.post('/petitioner/pin', { schema: { body: pinSchema } }, (request) =>
    guarded(request, async (input) => {
      const answer = await asked(cases, pinDocument, input, languageOf(request));
      if (answer.isSet !== true) throw refusalOf(answer);
      return { isSet: true };
    }),
  );
}

const verifyDocument = `mutation VerifyTrackingCode($input: VerifyTrackingCodeInput!) {
  answer: verifyTrackingCode(input: $input) { caseId grade errors { code message } }
}`;
const pinDocument = `mutation SetPetitionerPin($input: SetPetitionerPinInput!) {
  answer: setPetitionerPin(input: $input) { isSet errors { code message } }
}`;

const text = { type: 'string', minLength: 1, maxLength: 64 };
const credentials = { caseNo: text, trackingCode: text, pin: text };
const verifySchema = {
  type: 'object',
  properties: credentials,
  required: ['caseNo', 'trackingCode'],
  additionalProperties: false,
};
const pinSchema = {
  type: 'object',
  properties: { ...credentials, setupToken: text },
  required: ['caseNo', 'trackingCode', 'setupToken', 'pin'],
  additionalProperties: false,
};

const operationMs = 5_000;

async function asked(cases: SubgraphSource, query: string, input: Credentials, language: Language): Promise<Answer> {
  const context = { viewer: Object.freeze(publicViewer(language)), deadline: Date.now() + operationMs };
  const result = await cases.fetch({ query, variables: { input } }, context);
  const answer = result.data?.['answer'];
  if (!isAnswer(answer)) throw faultOf(result);
  return answer;
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'errors' in value && Array.isArray(value.errors);

function capabilityOf(answer: Answer): Capability {
  const { caseId, grade } = answer;
  if (!caseId || (grade !== 'VIEW' && grade !== 'ACT')) throw notValid;
  return { caseId, grade };
}

/** One answer for all that does not open the case; what is wrong with the new PIN itself is told. */
function refusalOf({ errors }: Answer): Refusal {
  const [error] = errors;
  if (!error || !error.code.startsWith('PIN_')) return notValid;
  return new Refusal(400, 'BAD_USER_INPUT', { zh: error.message, en: error.message });
}

function faultOf({ errors }: MaskedResult): Refusal {
  const code = errors?.[0]?.extensions?.['code'];
  if (code === 'BAD_USER_INPUT') return new Refusal(400, 'BAD_USER_INPUT');
  return new Refusal(503, 'SERVICE_UNAVAILABLE');
}

const notValid = new Refusal(401, 'UNAUTHENTICATED', {
  zh: '编号、查询码或密码不正确。',
  en: 'The number, the code or the PIN is not right.',
});
