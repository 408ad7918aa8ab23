import { parseArgs } from 'node:util';
import { homeFolder, installationKeys } from '@onevisit/home';
import { personaToken } from './persona-token.ts';
import { petitionerToken } from './petitioner-token.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const usage = new UsageError(
  '用法：npm run -s token -- <角色> [--organization 机构代码]；npm run -s token -- petitioner --case 编号 --code 查询码 [--pin 密码]',
  'Usage: npm run -s token -- <persona> [--organization CODE]; npm run -s token -- petitioner --case NO --code CODE [--pin PIN]',
);

/**
 * Prints a token and nothing else: of a persona, signed here whether the stack runs or not; of a petitioner, as the
 * running stack gives it for a tracking code.
 */
await runCommand(async () => {
  const { persona, organization, caseNo, trackingCode, pin } = given();
  if (persona !== 'petitioner') {
    return print(await personaToken(persona, organization, installationKeys(homeFolder()).tokenIssuer));
  }
  if (caseNo === undefined || trackingCode === undefined) throw usage;
  return print(await petitionerToken({ caseNo, trackingCode, pin }));
});

function given() {
  const { values, positionals } = parsed();
  const [persona, ...rest] = positionals;
  if (persona === undefined || rest.length > 0) throw usage;
  const { organization, case: caseNo, code: trackingCode, pin } = values;
  return { persona, organization, caseNo, trackingCode, pin };
}

function parsed() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { organization: text, case: text, code: text, pin: text } });
  } catch {
    throw usage;
  }
}

function print(token: string): void {
  console.log(token);
}
