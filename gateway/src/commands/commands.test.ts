import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newNumber, signReceipt } from '@onevisit/evidence';
import { installationKeys, messageFile, writeRun } from '@onevisit/home';
import { seededId } from '@onevisit/kernel';
import { createAuthenticate } from '../authentication/authenticate.ts';
import { developers } from '../authentication/issuer.ts';
import { runCommand } from '../testing/run-command.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'commands-'));
});
afterAll(() => rmSync(home, { recursive: true }));

const run = (name: string, ...given: readonly string[]) => runCommand(name, given, { ONEVISIT_HOME: home });

async function bearerOf(token: string) {
  const authenticate = createAuthenticate([developers(installationKeys(home).tokenIssuer)]);
  return authenticate(`Bearer ${token}`);
}

describe('npm run -s token', () => {
  it('prints a token alone, whose bearer is the persona', async () => {
    const { code, out, told } = await run('token', 'clerk');
    expect([code, told]).toEqual([0, '']);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await bearerOf(out.trim())).toMatchObject({
      roles: ['CLERK'],
      organizationId: seededId('organization', '990102-LETT'),
      areaCode: '990102',
    });
  });

  it('is for the same persona in another organization', async () => {
    const { out } = await run('token', 'handler', '--organization', '990102-HRSS');
    expect(await bearerOf(out.trim())).toMatchObject({
      roles: ['HANDLER'],
      organizationId: seededId('organization', '990102-HRSS'),
    });
  });

  it.each([
    ['an unknown persona', ['emperor'], 'There is no persona emperor.'],
    ['nobody', [], 'Usage: npm run -s token'],
    ['an unknown organization', ['clerk', '--organization', '1-X'], 'There is no organization 1-X'],
    ['an unknown option', ['clerk', '--admin'], 'Usage: npm run -s token'],
    ['a petitioner without a code', ['petitioner', '--case', 'YZ'], 'Usage: npm run -s token'],
    ['a petitioner while nothing runs', ['petitioner', '--case', 'YZ', '--code', 'A'], 'Run npm start first.'],
  ])('refuses %s without a stack', async (_what, given, message) => {
    const { code, out, told } = await run('token', ...given);
    expect([code, out]).toEqual([1, '']);
    expect(told).toContain(message);
    expect(told).not.toContain('at ');
  });
});

describe('npm run -s messages', () => {
  it('shows what went to the petitioner of one case, and to no other', async () => {
    const at = new Date('2026-05-09T01:00:00Z');
    const { notify } = messageFile(home);
    await notify({ at, caseNo: 'YZ26-7F3K-9QXM-E', channel: 'SMS', text: '您好' });
    await notify({ at, caseNo: 'YZ26-0000-0000-0', channel: 'SMS', text: '另一事项' });
    const { code, out } = await run('messages', '--case', 'YZ26-7F3K-9QXM-E');
    expect([code, out]).toEqual([0, '2026-05-09T01:00:00.000Z SMS\n您好\n']);
  });

  it('is told which case', async () => {
    const { code, told } = await run('messages');
    expect(code).toBe(1);
    expect(told).toContain('Usage: npm run -s messages');
  });
});

describe('npm run clock', () => {
  it('moves the clock while nothing runs, and tells the time in Shanghai', async () => {
    const before = await run('clock');
    const after = await run('clock', 'advance', 'P60D');
    const hours = (Date.parse(after.out.trim()) - Date.parse(before.out.trim())) / 3_600_000;
    expect(Math.round(hours / 24)).toBe(60);
    expect(after.out).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00\n$/);
  });

  it.each([
    [['advance', '-P1D'], 'The clock only goes ahead'],
    [['advance', 'sixty'], 'A duration is written'],
    [['back', 'P1D'], 'Usage: npm run clock'],
  ])('refuses %j', async (given, message) => {
    const { code, told } = await run('clock', ...given);
    expect(code).toBe(1);
    expect(told).toContain(message);
  });

  it('refuses where the database is not our own', async () => {
    const environment = { ONEVISIT_HOME: home, DATABASE_URL: 'postgresql://somewhere.example/' };
    const { code, told } = await runCommand('clock', ['advance', 'P1D'], environment);
    expect(code).toBe(1);
    expect(told).toContain('its clock stays real');
  });
});

describe('npm run -s verify-receipt', () => {
  const receivedAt = new Date('2026-05-09T01:00:00Z');
  const facts = {
    receiptNo: newNumber('RECEIPT', receivedAt),
    caseNo: newNumber('CASE', receivedAt),
    receivedAt,
    organizationCode: '990102-LETT',
  };

  it('tells a receipt of ours, and whether the content is the one that was received', async () => {
    const receipt = await signReceipt(installationKeys(home).receipt, facts, '反映问题');
    const content = join(home, 'content.txt');
    writeFileSync(content, '反映问题');
    const file = join(home, 'receipt.txt');
    writeFileSync(file, `${receipt}\n`);

    const answers = [await run('verify-receipt', receipt), await run('verify-receipt', file, '--content', content)];
    writeFileSync(content, '另外的问题');
    const other = await run('verify-receipt', receipt, '--content', content);

    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    expect(JSON.parse(answers[0]?.out ?? '')).toMatchObject({ status: 'VALID', organizationCode: '990102-LETT' });
    expect(JSON.parse(answers[1]?.out ?? '')).toMatchObject({ status: 'VALID', isContent: true });
    expect([other.code, JSON.parse(other.out)]).toMatchObject([1, { status: 'VALID', isContent: false }]);
  });

  it('tells no salt: with it a guess at the content can be checked', async () => {
    const receipt = await signReceipt(installationKeys(home).receipt, facts, '反映问题');
    expect((await run('verify-receipt', receipt)).out).not.toContain('salt');
  });

  it.each(['a.b.c', 'SJ26-7F3K-9QXM-0'])('takes %s for none', async (receipt) => {
    const { code, out } = await run('verify-receipt', receipt);
    expect([code, JSON.parse(out)]).toEqual([1, { status: 'INVALID' }]);
  });
});

describe('npm run reset', () => {
  it('refuses while the stack runs, and removes nothing', async () => {
    writeRun(home, {
      pid: process.pid,
      port: 4_000,
      url: 'http://localhost:4000',
      mounting: 'all-in-one',
      startedAt: new Date().toISOString(),
    });
    const before = readdirSync(home).toSorted();
    const { code, told } = await run('reset');
    expect(code).toBe(1);
    expect(told).toContain('Stop it first.');
    expect(readdirSync(home).toSorted()).toEqual(before);
  });

  it('empties the folder', async () => {
    rmSync(join(home, 'run.json'));
    const { code } = await run('reset');
    expect([code, readdirSync(home)]).toEqual([0, []]);
  });
});
