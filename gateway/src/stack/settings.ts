import { parseArgs } from 'node:util';
import type { CitySize } from '@onevisit/subgraph';
import type { OidcSettings } from '../authentication/issuer.ts';
import { plannerOf, type PlannerName } from '../planner/index.ts';
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
  /** Lets anybody ask without a token and see the graph's shape; on loopback and for another graph only. */
  isOpen: boolean;
  /** Refuses no operation for its size; likewise. */
  isUnlimited: boolean;
  /** Who plans operations. */
  planner: PlannerName;
  /** What each caller can spend in an hour; null: as much as is usual. */
  pointsPerHour: number | null;
}>;

type Environment = Readonly<Record<string, string | undefined>>;

export function settingsOf(given: readonly string[], environment: Environment): Settings {
  const { split, dev, supergraph, open, port, 'no-limits': isUnlimited } = parsed(given);
  const host = environment['HOST'] || '127.0.0.1';
  if (open || isUnlimited) refuseOpen(host, supergraph);
  return {
    mounting: split ? 'split' : 'all-in-one',
    port: portOf(port ?? environment['PORT']),
    host,
    isDevelopment: dev,
    citySize: citySizeOf(environment['CITY_SIZE'] || 'S'),
    oidc: oidcOf(environment),
    supergraphFile: supergraph ?? null,
    isOpen: open,
    isUnlimited,
    planner: plannerIn(environment),
    pointsPerHour: pointsOf(environment['POINTS_PER_HOUR']),
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
        port: { type: 'string' },
        open: { type: 'boolean', default: false },
        'no-limits': { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(
      `参数有误：npm start -- [--split] [--dev] [--supergraph 文件 [--open] [--no-limits]] [--port 端口]`,
      String(error),
    );
  }
}

function plannerIn({ PLANNER }: Environment): PlannerName {
  try {
    return plannerOf(PLANNER);
  } catch (error) {
    throw new UsageError(`PLANNER 只能是 apollo 或 hive：${PLANNER}`, String(error));
  }
}

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** What nobody guards is for a graph of tests, and for this machine alone. */
function refuseOpen(host: string, supergraph: string | undefined): void {
  if (supergraph !== undefined && loopback.includes(host)) return;
  throw new UsageError(
    '--open 和 --no-limits 只能与 --supergraph 一起用，且只在本机（127.0.0.1）。',
    '--open and --no-limits go with --supergraph, on loopback only.',
  );
}

function portOf(text: string | undefined): number | null {
  if (!text) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`PORT 不是端口号：${text}`, `PORT is no port: ${text}`);
}

function pointsOf(text: string | undefined): number | null {
  if (!text) return null;
  const points = Number(text);
  if (points > 0 && Number.isSafeInteger(points)) return points;
  throw new UsageError(`POINTS_PER_HOUR 不是正整数：${text}`, `POINTS_PER_HOUR is no whole number above 0: ${text}`);
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
