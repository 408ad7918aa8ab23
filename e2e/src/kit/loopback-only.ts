import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

// Loaded into every Node process of a stack under test (`--import` in NODE_OPTIONS): whoever tries to reach another
// machine fails, and it is written down. Nothing is imported but what Node brings: the stack loads what it would anyway.

const record = process.env['ONEVISIT_E2E_OUTBOUND'] ?? '';
const tester = Number(process.env['ONEVISIT_E2E_TESTER'] ?? 0);

const note = (what: string, target: string): void => {
  if (record !== '') appendFileSync(record, `${JSON.stringify({ pid: process.pid, what, target })}\n`);
};

const isLoopback = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|0\.0\.0\.0|::|)$/.test(host);

function refuseOutside(what: string, target: unknown): void {
  const host = typeof target === 'string' ? target : '';
  if (isLoopback(host)) return;
  note(what, host);
  throw new Error(`${what} of ${host}: tests stay on this machine`);
}

type Arguments = readonly unknown[];
type Callable = (this: unknown, ...given: Arguments) => unknown;

/** Puts a check before a function of a module or class. */
function guarded(owner: object, name: string, check: (given: Arguments) => void): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') return;
  const call = original as Callable;
  Reflect.set(owner, name, function guard(this: unknown, ...given: Arguments) {
    check(given);
    return Reflect.apply(call, this, given);
  });
}

/** `connect(options)`, `connect(port, host)`, `connect(path)`; Node itself hands over the arguments in an array. */
function hostOf(given: Arguments): unknown {
  const [first, second] = Array.isArray(given[0]) ? (given[0] as Arguments) : given;
  if (typeof first === 'object' && first !== null) return Reflect.get(first, 'host');
  return typeof first === 'number' || /^\d+$/.test(String(first)) ? second : '';
}

guarded(net.Socket.prototype, 'connect', (given) => refuseOutside('connect', hostOf(given)));
guarded(dgram.Socket.prototype, 'connect', (given) => refuseOutside('datagram', given[1]));
guarded(dgram.Socket.prototype, 'send', (given) => refuseOutside('datagram', given.findLast(isText)));

for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(resolver)) {
    if (/^(lookup|resolve|reverse)/.test(name)) guarded(resolver, name, ([host]) => refuseOutside('lookup', host));
  }
}
syncBuiltinESMExports();
note('watched', '');
endWithTester();

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A test run that is killed cannot stop its stacks: they look for it. */
function endWithTester(): void {
  if (tester === 0) return;
  setInterval(() => {
    if (!isAlive(tester)) process.kill(process.pid, 'SIGTERM');
  }, 1_000).unref();
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
