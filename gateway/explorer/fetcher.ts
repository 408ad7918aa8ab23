import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { tokenOf } from './personas.ts';

/** Who asks, from where, and in which language. */
export type Asking = Readonly<{
  persona: string;
  /** Another organization than the persona's own. */
  organizationCode: string;
  language: 'zh-CN' | 'en';
  /** A petitioner's token, pasted; it goes before the persona's. */
  petitionerToken: string;
}>;

/** Sends operations to the graph of this very server, as whoever asks. */
export const createFetcher = ({ persona, organizationCode, language, petitionerToken }: Asking): Fetcher =>
  createGraphiQLFetcher({
    url: '/graphql',
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('accept-language', language);
      const token = petitionerToken || (persona === '' ? null : await tokenOf(persona, organizationCode));
      if (token) headers.set('authorization', `Bearer ${token}`);
      return fetch(input, { ...init, headers });
    },
  });
