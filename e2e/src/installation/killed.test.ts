import { randomUUID } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kitOf, type Kit } from '../kit/kit.ts';
import { removeFolder } from '../kit/folder.ts';
import { isRunning } from '@onevisit/data/postgres';
import { pidsOf } from '../kit/processes.ts';
import { homeOf, startStack, type StartedStack } from '../kit/stack.ts';
import { until } from '../kit/until.ts';

const postmasters = ({ folder }: StartedStack): readonly number[] =>
  globSync(join(folder, 'home', 'pg', 'dev-*', 'postmaster.pid')).map((file) =>
    Number(readFileSync(file, 'utf8').split('\n')[0]),
  );

const open = (kit: Kit, idempotencyKey: string, petition: object) =>
  kit
    .as('clerk')
    .does<{ case: { caseNo: string } }>('openCase', { idempotencyKey, ...petition }, 'case { caseNo }')
    .then(({ case: opened }) => opened.caseNo);

describe.each(['all-in-one', 'split'] as const)('a stack in the mounting %s that is killed', (mounting) => {
  let stack: StartedStack;
  let pids: readonly number[];
  let petitions: readonly Readonly<{ key: string; petition: object }>[];
  let outcomes: readonly PromiseSettledResult<string>[];
  let referred: string;

  beforeAll(async () => {
    stack = await startStack({ mounting, citySize: 'NONE' });
    const kit = kitOf(stack);
    ({ caseNo: referred } = await kit.story.referred());
    petitions = Array.from({ length: 12 }, () => ({ key: randomUUID(), petition: kit.aPetition() }));
    const sent = petitions.map(({ key, petition }) => open(kit, key, petition));
    // Some are answered by now, some are being written, and some have not arrived.
    await Promise.race(sent);
    pids = pidsOf(stack);
    await stack.kill();
    outcomes = await Promise.allSettled(sent);
  });
  afterAll(async () => {
    await stack.stop();
    removeFolder(stack.folder);
  });

  it('takes its other processes with it', async () => {
    await until(async () => !pids.some(isRunning));
    expect(pids).toHaveLength(mounting === 'split' ? 5 : 1);
  });

  it('can be started again, and goes on where it was', async () => {
    stack = await startStack({ mounting, citySize: 'NONE', folder: stack.folder });
    const kit = kitOf(stack);
    const seen = await kit.as('handler').sees('query ($of: ID!) { case(caseNo: $of) { status } }', { of: referred });
    const message = await kit.messageTo(referred, /口令/);
    expect([seen, message.caseNo]).toEqual([{ case: { status: 'REFERRED' } }, referred]);
  });

  it('has lost nothing that it has answered, and has nothing twice', async () => {
    const kit = kitOf(stack);
    const repeated = await Promise.all(petitions.map(({ key, petition }) => open(kit, key, petition)));
    const kept = await kit.tables.rows<{ no: string }>('cases', 'select case_no as no from cases');
    const lost = outcomes.filter((outcome, at) => outcome.status === 'fulfilled' && outcome.value !== repeated[at]);

    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(lost).toEqual([]);
    expect(kept.map(({ no }) => no).toSorted()).toEqual([referred, ...repeated].toSorted());
  });

  it('leaves no process and no note behind, once the next one has ended', async () => {
    const all = [...pids, ...pidsOf(stack), ...postmasters(stack)];
    const code = await stack.stop();
    expect([code, all.filter(isRunning), all.length > pids.length * 2]).toEqual([0, [], true]);
    expect(existsSync(join(homeOf(stack), 'run.json'))).toBe(false);
  });
});
