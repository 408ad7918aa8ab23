import { codeOf } from './error-code.ts';

/**
 * What of an error may be written down: its kind, its code, where it came from. The messages, parameters and details
 * of a database's errors hold what people wrote, and stay out.
 */
export function toldError(error: unknown): string {
  if (!Error.isError(error)) return `thrown: ${typeof error}`;
  const cause = error.cause === undefined ? '' : `\n  caused by ${toldError(error.cause)}`;
  return `${isOfDatabase(error) ? databaseError(error) : (error.stack ?? error.message)}${cause}`;
}

const isOfDatabase = (error: Error): boolean => /^[0-9A-Z]{5}$/.test(codeOf(error) ?? '') || 'driverError' in error;

function databaseError(error: Error): string {
  const facts = (['code', 'schema', 'table', 'column', 'constraint', 'routine'] as const)
    .map((fact) => [fact, (error as Partial<Record<typeof fact, unknown>>)[fact]] as const)
    .filter(([, value]) => typeof value === 'string')
    .map(([fact, value]) => `${fact}=${String(value)}`);
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [[error.name, ...facts].join(' '), ...places].join('\n');
}
