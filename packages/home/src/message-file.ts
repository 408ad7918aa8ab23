import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, Notify } from '@onevisit/kernel';

/** A message as it stands in the file: its time is ISO 8601. */
export type KeptMessage = Omit<Message, 'at'> & Readonly<{ at: string }>;

export type MessageFile = Readonly<{
  notify: Notify;
  /** All messages about one case, oldest first. */
  messagesOf: (caseNo: string) => readonly KeptMessage[];
}>;

/**
 * Where petitioners' messages go as long as no channel is connected: `messages.jsonl` in the installation's folder,
 * which only its owner reads.
 */
export function messageFile(home: string): MessageFile {
  const file = join(home, 'messages.jsonl');
  return {
    // One write of a whole line: processes that append together do not mix theirs.
    notify: async (message) => appendFileSync(file, `${JSON.stringify(message)}\n`, { mode: 0o600 }),
    messagesOf: (caseNo) => linesOf(file).filter((message) => message.caseNo === caseNo),
  };
}

const linesOf = (file: string): readonly KeptMessage[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as KeptMessage)
    : [];
