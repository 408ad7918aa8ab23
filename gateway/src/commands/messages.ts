import { parseArgs } from 'node:util';
import { homeFolder, messageFile } from '@onevisit/home';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const usage = new UsageError('用法：npm run -s messages -- --case 编号', 'Usage: npm run -s messages -- --case NO');

/** Shows what has gone to the petitioner's own channel, as long as no channel is connected. */
await runCommand(async () => {
  const messages = messageFile(homeFolder()).messagesOf(caseNo());
  for (const { at, channel, text } of messages) console.log(`${at} ${channel}\n${text}`);
});

function caseNo(): string {
  const { values } = parsed();
  if (values.case === undefined) throw usage;
  return values.case;
}

function parsed() {
  try {
    return parseArgs({ options: { case: { type: 'string' } } });
  } catch {
    throw usage;
  }
}
