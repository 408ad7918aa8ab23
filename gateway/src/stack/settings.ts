import { parseArgs } from 'node:util';
import type { CitySize } from '@onevisit/subgraph';
import type { OidcSettings } from '../authentication/issuer.ts';
import { UsageError } from '../commands/usage-error.ts';

/** How the graph is to be served: what `npm start` was told, and the environment. */
export type Settings = Readonly<{
  mounting: 'all-in-one' | 'split';
  /** Null: the first free one from 4000 on. */
  port: number | null;
  host: string;
  /** Trusts the development issuer and shows the graph's shape although the database is not our own. */
  isDevelopment: boolean;
  citySize: CitySize;
  oidc: OidcSettings | null;
  /** Another graph, whose subgraphs are at the addresses that it names. */
  supergraphFile: string | null;
}>;

type Environment = Readonly<Record<string, string | undefined>>;

export function settingsOf(given: readonly string[], environment: Environment): Settings {
  const { split, dev, supergraph } = parsed(given);
  return {
    mounting: split ? 'split' : 'all-in-one',
    port: portOf(environment['PORT']),
    host: environment['HOST'] || '127.0.0.1',
    isDevelopment: dev,
    citySize: citySizeOf(environment['CITY_SIZE'] || 'S'),
    oidc: oidcOf(environment),
    supergraphFile: supergraph ?? null,
  };
}

function parsed(given: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        split: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        supergraph: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`参数有误：npm start -- [--split] [--dev] [--supergraph 文件]`, String(error));
  }
}

function portOf(text: string | undefined): number | null {
  if (!text) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`PORT 不是端口号：${text}`, `PORT is no port: ${text}`);
}

function citySizeOf(text: string): CitySize {
  if (text === 'NONE' || text === 'S' || text === 'M' || text === 'L') return text;
  throw new UsageError(`CITY_SIZE 只能是 NONE、S、M、L：${text}`, `CITY_SIZE is NONE, S, M or L, not ${text}`);
}

/** Whoever tells no address of the keys is taken to publish them where most do. */
function oidcOf({ OIDC_ISSUER: issuer, OIDC_JWKS_URL: jwksUrl }: Environment): OidcSettings | null {
  if (!issuer) return null;
  const text = jwksUrl || `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`;
  if (!URL.canParse(text)) throw new UsageError(`OIDC_ISSUER 不是网址：${issuer}`, `OIDC_ISSUER is no URL: ${issuer}`);
  return { issuer, jwksUrl: new URL(text) };
}
