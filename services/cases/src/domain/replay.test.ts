import { describe, expect, it } from '@jest/globals';
import { fail, ok, type Result } from '@onevisit/kernel';
import { dayOf, fileAfter, handlerAt, idsFrom, monday, story, systemAt } from '../testing/case-files.ts';
import { admitted } from './admission.ts';
import type { CaseFile, Step } from './case-file.ts';
import { replayed, type Automatic, type Chapter, type Taken } from './replay.ts';

const beginning = (file: CaseFile, at: Date): Taken => ({ at, before: null, step: { file, facts: [] } });
const until = (at: Date): Automatic => ({
  until: at,
  actAt: (time) => ({ ...systemAt(time), newId: idsFrom(1_000) }),
  noticeNoAt: () => 'SL26-7F3K-9QXM-0',
});
const admission = (at: Date): Chapter => ({
  name: 'ADMITTED',
  at,
  take: (file) => admitted(file, { noticeNo: 'SL26-7F3K-9QXM-1', legalBasis: null, reason: null }, handlerAt(at)),
});

function told(outcome: Result<readonly Taken[], string>): readonly Taken[] {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const datesOf = (steps: readonly Taken[]) => steps.map(({ at }) => at.toISOString().slice(0, 16));
const referredFile = story.referred();
const due = (kind: string, file = referredFile): Date => {
  const deadline = file.deadlines.find((each) => each.kind === kind);
  if (!deadline) throw new RangeError(`no ${kind}`);
  return deadline.dueAt;
};

describe('replayed', () => {
  it('lets everything happen between two steps that falls due there, at its own time', () => {
    const steps = told(replayed(beginning(referredFile, dayOf(1)), [admission(dayOf(10))], until(dayOf(11))));
    expect(datesOf(steps)).toEqual(
      [dayOf(1), due('FIRST_CONTACT'), due('OBJECTION'), dayOf(10)].map((at) => at.toISOString().slice(0, 16)),
    );
    expect(steps.at(-1)?.step.file.case.status).toBe('ADMITTED');
  });

  it('lets a step at the very end of a term come too late', () => {
    const at = due('ADMISSION_NOTICE');
    expect(replayed(beginning(referredFile, dayOf(1)), [admission(at)], until(dayOf(60)))).toEqual(
      fail(`ADMITTED at ${at.toISOString()}: WRONG_STATE`),
    );
    const justInTime = new Date(at.getTime() - 1);
    expect(replayed(beginning(referredFile, dayOf(1)), [admission(justInTime)], until(at)).ok).toBe(true);
  });

  it('leaves running what ends at the end of the history or later', () => {
    const end = due('ADMISSION_NOTICE');
    const statusAt = (at: Date) =>
      told(replayed(beginning(referredFile, dayOf(1)), [], until(at))).at(-1)?.step.file.case.status;
    expect([statusAt(end), statusAt(new Date(end.getTime() + 1))]).toEqual(['REFERRED', 'ADMITTED']);
  });

  it('lets an acceptance of the result take effect', () => {
    const file = story.delivered();
    const confirmed: CaseFile = {
      ...file,
      confirmations: [
        {
          id: 'confirmation',
          caseId: 'case',
          confirmedAt: dayOf(20),
          takesEffectAt: dayOf(23),
          state: 'PENDING',
          version: 1,
        },
      ],
    };
    const last = told(replayed(beginning(confirmed, dayOf(20)), [], until(dayOf(30)))).at(-1);
    expect([last?.at, last?.step.file.case.conclusionKind]).toEqual([dayOf(23), 'PETITIONER_CONFIRMED']);
  });

  it('tells nothing for a chapter that only expects something', () => {
    const expectation: Chapter = { name: 'EXPECTED', at: dayOf(1), take: () => ok(null) };
    const steps = told(replayed(beginning(referredFile, dayOf(1)), [expectation], until(dayOf(1))));
    expect(datesOf(steps)).toEqual(datesOf([beginning(referredFile, dayOf(1))]));
  });

  it('counts up what each step has written, and nothing else', () => {
    const steps = told(replayed(beginning(referredFile, dayOf(1)), [admission(dayOf(10))], until(dayOf(11))));
    const versions = ({ step: { file } }: Taken) => ({
      case: file.case.version,
      firstContact: file.deadlines.find(({ kind }) => kind === 'FIRST_CONTACT')?.version,
      objection: file.deadlines.find(({ kind }) => kind === 'OBJECTION')?.version,
      transfer: file.deadlines.find(({ kind }) => kind === 'TRANSFER')?.version,
      handling: file.deadlines.find(({ kind }) => kind === 'HANDLING')?.version,
      referral: file.referrals[0]?.version,
      admission: file.admission?.version,
    });
    const { version: begun } = referredFile.case;
    const transfer = referredFile.deadlines.find(({ kind }) => kind === 'TRANSFER')?.version;
    const before = { transfer, handling: undefined, referral: 1, admission: undefined };
    expect(steps.map(versions)).toEqual([
      { case: begun, firstContact: 1, objection: 1, ...before },
      { case: begun + 1, firstContact: 2, objection: 1, ...before },
      { case: begun + 2, firstContact: 2, objection: 2, ...before },
      { case: begun + 3, firstContact: 2, objection: 2, transfer, handling: 1, referral: 2, admission: 1 },
    ]);
  });

  it('hands each step the file that the one before it left', () => {
    const seen: CaseFile[] = [];
    const looking = (at: Date): Chapter => ({
      name: 'LOOKING',
      at,
      take: (file): Result<Step, string> => {
        seen.push(file);
        return ok({ file, facts: [] });
      },
    });
    const steps = told(
      replayed(beginning(story.registered(), monday), [looking(dayOf(0)), looking(dayOf(0))], until(dayOf(0))),
    );
    expect(steps.map(({ before }) => before).slice(1)).toEqual(seen);
    expect(seen.map((file) => file.case.version)).toEqual([1, 2]);
    expect(fileAfter(ok(steps[2]?.step ?? { file: referredFile, facts: [] })).case.version).toBe(3);
  });
});
