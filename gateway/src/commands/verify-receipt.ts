import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentMatches, verifyReceipt } from '@onevisit/evidence';
import { homeFolder, installationKeys } from '@onevisit/home';
import type { JSONWebKeySet } from 'jose';
import { keySet } from '../authentication/signing-key.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const usage = new UsageError(
  '用法：npm run -s verify-receipt -- <凭证或其文件> [--content 材料文件] [--keys JWKS文件]',
  'Usage: npm run -s verify-receipt -- <receipt or its file> [--content FILE] [--keys JWKS FILE]',
);

/**
 * Tells offline whether an office gave a receipt, and whether a content is the one that was received. Takes the whole
 * receipt: nothing can be asked by its number. The exit code is 1 where the answer is no.
 */
await runCommand(async () => {
  const { receipt, content, keys } = given();
  const verdict = await verifyReceipt(receipt, keys);
  if (verdict.status === 'INVALID') return tell({ status: 'INVALID' }, false);

  const { salt: _kept, ...facts } = verdict.receipt;
  if (content === null) return tell({ status: 'VALID', ...facts }, true);
  const isContent = contentMatches(verdict.receipt, content);
  return tell({ status: 'VALID', ...facts, isContent }, isContent);
});

function given(): Readonly<{ receipt: string; content: string | null; keys: JSONWebKeySet }> {
  const { values, positionals } = parsed();
  const [receipt, ...rest] = positionals;
  if (receipt === undefined || rest.length > 0) throw usage;
  return {
    receipt: (existsSync(receipt) ? readFileSync(receipt, 'utf8') : receipt).trim(),
    content: values.content === undefined ? null : readFileSync(values.content, 'utf8'),
    keys: values.keys === undefined ? ownKeys() : (JSON.parse(readFileSync(values.keys, 'utf8')) as JSONWebKeySet),
  };
}

function ownKeys(): JSONWebKeySet {
  return keySet([installationKeys(homeFolder()).receipt]);
}

function parsed() {
  try {
    return parseArgs({ allowPositionals: true, options: { content: { type: 'string' }, keys: { type: 'string' } } });
  } catch {
    throw usage;
  }
}

function tell(answer: object, isGood: boolean): void {
  console.log(JSON.stringify(answer, null, 2));
  if (!isGood) process.exitCode = 1;
}
