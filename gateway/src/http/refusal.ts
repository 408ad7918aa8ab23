import type { Language } from '@onevisit/kernel';
import { errorTexts, said, type ErrorCode, type Text } from '@onevisit/subgraph';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage } from './language.ts';

export const languageOf = (request: FastifyRequest): Language => acceptedLanguage(request.headers['accept-language']);

/** A request that is refused before any operation runs: its status, and the code of the closed list. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly statusCode: number;
  readonly code: ErrorCode;
  readonly text: Text;

  constructor(statusCode: number, code: ErrorCode, text: Text = errorTexts[code]) {
    super(code);
    this.statusCode = statusCode;
    this.code = code;
    this.text = text;
  }
}

/** The body of a refusal, in the form that a GraphQL client reads. */
export const refusalBody = ({ code, text }: Pick<Refusal, 'code' | 'text'>, language: Language) => ({
  errors: [{ message: said(text, language), extensions: { code } }],
});

/** Answers what went wrong outside of GraphQL: a refusal of ours, or what Fastify found in the request. */
export async function sendRefusal(error: Error | FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const refusal = error instanceof Refusal ? error : refusalOf(error);
  if (refusal.statusCode === 500) console.error(error);
  await reply
    .code(refusal.statusCode)
    .type('application/json; charset=utf-8')
    .send(refusalBody(refusal, languageOf(request)));
}

function refusalOf(error: Error | FastifyError): Refusal {
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 401) return new Refusal(401, 'UNAUTHENTICATED');
  if (status === 413) return new Refusal(413, 'BODY_TOO_LARGE');
  if (status === 503) return new Refusal(503, 'SERVICE_UNAVAILABLE');
  if (status >= 400 && status < 500) return new Refusal(status, 'BAD_USER_INPUT');
  return new Refusal(500, 'INTERNAL_SERVER_ERROR');
}

export const notFound = new Refusal(404, 'BAD_USER_INPUT', {
  zh: '没有这个地址。',
  en: 'There is nothing at this address.',
});
