import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageFile } from './message-file.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'messages-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const message = { at: new Date('2026-05-09T01:00:00Z'), caseNo: 'YZ26-7F3K-9QXM-E', channel: 'SMS', text: '您好\n😀' };

describe('messageFile', () => {
  it('keeps messages in their order and finds those of one case', async () => {
    const { notify, messagesOf } = messageFile(home);
    await notify(message);
    await notify({ ...message, caseNo: 'YZ26-0000-0000-0' });
    await notify({ ...message, text: 'second' });

    const at = '2026-05-09T01:00:00.000Z';
    expect(messagesOf(message.caseNo)).toEqual([
      { ...message, at },
      { ...message, at, text: 'second' },
    ]);
  });

  it('is for its owner alone', async () => {
    await messageFile(home).notify(message);
    expect(statSync(join(home, 'messages.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('has no message before the first', () => {
    expect(messageFile(home).messagesOf(message.caseNo)).toEqual([]);
  });
});
