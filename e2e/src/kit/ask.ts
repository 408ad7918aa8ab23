import { answerOf, type Answer, type Variables } from './answer.ts';
import { keepExchange } from './exchange.ts';
import { leakIn } from './leak.ts';

/** Who asks, and where. */
export type Asker = Readonly<{ who: string; url: string; token: () => Promise<string | null> }>;

export type Headers = Readonly<Record<string, string>>;

/** Sends one operation over HTTP, as a client of the graph does; throws only where the answer tells too much. */
export async function ask<Data>(
  { who, url, token }: Asker,
  document: string,
  variables: Variables = {},
  headers: Headers = {},
): Promise<Answer<Data>> {
  const bearer = await token();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body: JSON.stringify({ query: document, variables }),
  });
  const text = await response.text();
  const answer = answerOf<Data>(response.status, text);
  keepExchange({ who, document, variables, status: answer.status, sql: answer.sql, answer: text });

  const leak = leakIn(text, document.includes('unsealIdentity'));
  if (leak !== null) throw new Error(`the answer to ${who} tells too much: ${leak}`);
  return answer;
}
