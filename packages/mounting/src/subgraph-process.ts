import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryRoot } from '@onevisit/home';
import type { FromSubgraph, ToSubgraph } from './process-messages.ts';
import type { Subscriptions } from './subscriptions.ts';

/** One subgraph in a process of its own that we keep running. */
export type SubgraphProcess = Readonly<{
  name: string;
  url: string;
  port: number;
  /** Of the process that serves it at the moment. */
  pid: () => number;
  /** Says where the others are and lets it begin; returns when it has. */
  start: (urls: Readonly<Record<string, string>>) => Promise<void>;
  /** Lets it end in order; kills it when it does not. */
  stop: () => Promise<void>;
}>;

export type ProcessRequest = Readonly<{
  name: string;
  databaseUrl: string;
  isClockMovable: boolean;
  subscriptions: Subscriptions;
  log: (line: string) => void;
  /** What it runs: the service's own main unless told. */
  main?: string;
}>;

/** Starts services/<name>/src/main.ts and returns when it listens. One that dies is started again at its port. */
export async function startSubgraphProcess(request: ProcessRequest): Promise<SubgraphProcess> {
  const { name, log } = request;
  let child = spawned(request);
  let urls: Readonly<Record<string, string>> = {};
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const { port } = await opened(child, request, 0);

  const watch = (): void => {
    if (hasEnded(child)) void revive();
    else child.once('exit', () => void revive());
  };
  const revive = async (wait = firstWait): Promise<void> => {
    if (isStopping()) return;
    log(`${name} 已退出，重新启动。 ${name} has ended and is started again.`);
    await pause(wait);
    if (isStopping()) return;
    child = spawned(request);
    try {
      await opened(child, request, port);
      await begun(child, urls);
      watch();
    } catch {
      child.kill('SIGKILL');
      await revive(Math.min(wait * 2, longestWait));
    }
  };
  watch();

  return {
    name,
    port,
    url: `http://127.0.0.1:${port}`,
    pid: () => child.pid ?? 0,
    start: (all) => {
      urls = all;
      return begun(child, all);
    },
    stop: async () => {
      stopping.abort();
      await ended(child);
    },
  };
}

const firstWait = 200;
const longestWait = 5_000;
const patience = 15_000;

const spawned = ({ name, main = mainOf(name) }: ProcessRequest): ChildProcess =>
  fork(main, { env: process.env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

const mainOf = (service: string): string => join(repositoryRoot(), 'services', service, 'src', 'main.ts');

async function opened(child: ChildProcess, request: ProcessRequest, port: number) {
  const { databaseUrl, isClockMovable, subscriptions } = request;
  const listening = answer(child, 'LISTENING');
  tell(child, { kind: 'OPEN', databaseUrl, isClockMovable, subscriptions, port });
  return listening;
}

async function begun(child: ChildProcess, urls: Readonly<Record<string, string>>): Promise<void> {
  const started = answer(child, 'STARTED');
  tell(child, { kind: 'PEERS', urls });
  await started;
}

async function ended(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await exit;
  clearTimeout(timer);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const tell = (child: ChildProcess, content: ToSubgraph): void => void child.send(content);

type AnswerOf<Kind extends FromSubgraph['kind']> = Extract<FromSubgraph, { kind: Kind }>;

function answer<const Kind extends FromSubgraph['kind']>(child: ChildProcess, kind: Kind): Promise<AnswerOf<Kind>> {
  const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<Kind>>();
  const take = (received: FromSubgraph): void => {
    if (received.kind === kind) resolve(received as AnswerOf<Kind>);
  };
  const fail = (code: number | null): void => reject(new Error(`a subgraph's process ended with ${code}`));
  child.on('message', take).once('exit', fail);
  return promise.finally(() => child.off('message', take).off('exit', fail));
}
