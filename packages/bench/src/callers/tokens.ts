import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personaToken } from '@onevisit/gateway';
import { installationKeys } from '@onevisit/home';
import { viewerHeader } from '@onevisit/subgraph';
import { listCallers, type Caller } from './callers.ts';

type Headers = Readonly<Record<string, string>>;

/** Signed tokens of all callers, as the installation's own issuer gives them: good for 15 minutes, then to be renewed. */
export type SignedTokens = Readonly<{ renew: () => Promise<void>; headersOf: (caller: Caller) => Headers }>;

export function signedTokens(home: string): SignedTokens {
  const { tokenIssuer } = installationKeys(home);
  const tokens = new Map<Caller, string>();
  return {
    renew: async () => {
      for (const caller of listCallers) {
        tokens.set(caller, await personaToken(caller.persona, caller.organizationCode, tokenIssuer));
      }
    },
    headersOf: (caller) => ({ authorization: `Bearer ${tokens.get(caller)}` }),
  };
}

/** Who asks, told by a token that is fixed for the run; `turn` counts the questions of the same caller. */
export const fixedHeadersOf = ({ fixedTokens }: Caller, turn: number): Headers => ({
  [viewerHeader]: fixedTokens[turn % fixedTokens.length] ?? '',
});

/** Writes down whom each fixed token stands for, for the servers that take them; answers where. */
export function writeFixedTokens(folder: string): string {
  const file = join(folder, 'viewers.json');
  const entries = listCallers.flatMap(({ fixedTokens, viewer }) =>
    fixedTokens.map((token) => [token, viewer] as const),
  );
  writeFileSync(file, JSON.stringify(Object.fromEntries(entries)), { mode: 0o600 });
  return file;
}
