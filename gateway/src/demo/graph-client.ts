import { homeFolder, installationKeys, readRun } from '@onevisit/home';
import { personaToken } from '../commands/persona-token.ts';
import { petitionerToken } from '../commands/petitioner-token.ts';
import { UsageError } from '../commands/usage-error.ts';

/** Asks the running graph as somebody. */
export type Ask = (document: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** Data of an answer, to be looked into by name. */
export type Answer = Readonly<Record<string, unknown>>;

/** The running graph, and everybody who may ask it. */
export type GraphClient = Readonly<{
  url: string;
  as: (persona: string, organizationCode?: string) => Ask;
  asPetitioner: (code: Readonly<{ caseNo: string; trackingCode: string; pin: string }>) => Promise<Ask>;
}>;

export function graphClient(): GraphClient {
  const run = readRun(homeFolder());
  if (!run) throw new UsageError('系统没有运行：先 npm start。', 'Nothing runs: npm start first.');
  const keys = installationKeys(homeFolder()).tokenIssuer;
  return {
    url: run.url,
    as: (persona, organizationCode) => async (document, variables) =>
      ask(run.url, await personaToken(persona, organizationCode, keys), { document, variables }),
    asPetitioner: async (code) => {
      const token = await petitionerToken(code);
      return (document, variables) => ask(run.url, token, { document, variables });
    },
  };
}

type Question = Readonly<{ document: string; variables: Readonly<Record<string, unknown>> | undefined }>;

async function ask(url: string, token: string, { document, variables }: Question): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await response.json()) as Readonly<{
    data?: Answer;
    errors?: readonly { message: string }[];
  }>;
  const [error] = errors ?? [];
  if (error || !data) throw new UsageError(`图没有回答：${error?.message ?? ''}`, 'The graph did not answer.');
  return data;
}

/** What stands at a path of an answer: `openCase.case.id`. */
export function at(answer: Answer, path: string): string {
  let value: unknown = answer;
  for (const name of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  if (typeof value !== 'string') throw new UsageError(`回答中没有 ${path}。`, `The answer has no ${path}.`);
  return value;
}

/** The payload of a mutation; a refusal ends the walk and says why. */
export function accepted(answer: Answer, mutation: string): Answer {
  const payload = answer[mutation] as Readonly<{ errors: readonly { message: string; code: string }[] }>;
  const [refusal] = payload.errors;
  if (refusal) throw new UsageError(`${mutation}：${refusal.message}（${refusal.code}）`, `${mutation} was refused.`);
  return payload;
}
