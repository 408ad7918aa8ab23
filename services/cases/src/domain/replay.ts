import { fail, ok, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, ResultConfirmation, Step } from './case-file.ts';
import { confirmationEffective, pendingConfirmation } from './conclusion.ts';
import { isRunning, type Deadline } from './deadline.ts';
import { deadlineLapsed } from './lapse.ts';
import { countedUp } from './replay-version.ts';

/** One step of a history that is known beforehand; null where it only says what must have happened by itself. */
export type Chapter = Readonly<{ name: string; at: Date; take: (file: CaseFile) => Result<Step | null, string> }>;

/** A step as it was taken, and the file that it was taken on; null where the case begins. */
export type Taken = Readonly<{ at: Date; before: CaseFile | null; step: Step }>;

/** What happens by itself in a replay: nobody's acts, and the numbers of the notices that they need. */
export type Automatic = Readonly<{
  /** Terms that end at this instant or later are left running. */
  until: Date;
  actAt: (at: Date) => Act;
  noticeNoAt: (at: Date) => string;
}>;

/**
 * A whole history (办理过程) by the rules of the verbs: its own steps, and between them in order of time whatever falls
 * due. The first step that the rules refuse ends it, with its name and the reason.
 */
export function replayed(
  opening: Taken,
  chapters: readonly Chapter[],
  automatic: Automatic,
): Result<readonly Taken[], string> {
  const story: Taken[] = [opening];
  for (const { name, at, take } of chapters) {
    const due = lapsedBy(fileOf(story), at.getTime(), automatic);
    if (!due.ok) return due;
    story.push(...due.value);

    const before = fileOf(story);
    const step = take(before);
    if (!step.ok) return fail(`${name} at ${at.toISOString()}: ${step.reason}`);
    if (step.value) story.push(taken(before, at, step.value));
  }
  const rest = lapsedBy(fileOf(story), automatic.until.getTime() - 1, automatic);
  return rest.ok ? ok([...story, ...rest.value]) : rest;
}

function fileOf(story: readonly Taken[]): CaseFile {
  const last = story.at(-1);
  if (!last) throw new RangeError('a story without a beginning');
  return last.step.file;
}

const taken = (before: CaseFile, at: Date, { file, facts }: Step): Taken => ({
  at,
  before,
  step: { file: countedUp(before, file), facts },
});

/** All that falls due up to and at that instant: what comes at the end of a term comes too late. */
function lapsedBy(start: CaseFile, instant: number, automatic: Automatic): Result<readonly Taken[], string> {
  const story: Taken[] = [];
  let file = start;
  for (let due = nextDue(file); due && due.at.getTime() <= instant; due = nextDue(file)) {
    const step = due.lapse(file, automatic);
    if (!step.ok) return fail(`${due.name} at ${due.at.toISOString()}: ${step.reason}`);
    if (!step.value) return fail(`${due.name} at ${due.at.toISOString()}: NOT_WAITING`);
    const next = taken(file, due.at, step.value);
    story.push(next);
    file = next.step.file;
  }
  return ok(story);
}

type Due = Readonly<{
  id: string;
  name: string;
  at: Date;
  lapse: (file: CaseFile, automatic: Automatic) => Result<Step | null, string>;
}>;

/** What falls due next, in the order in which the due rows of a running city are handled. */
function nextDue(file: CaseFile): Due | null {
  const deadlines = file.deadlines.filter(isRunning).map(endOf);
  const confirmation = pendingConfirmation(file);
  const [first] = [
    ...deadlines.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    ...(confirmation ? [effectOf(confirmation)] : []),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return first ?? null;
}

const endOf = ({ id, kind, dueAt: at }: Deadline): Due => ({
  id,
  name: `end of ${kind}`,
  at,
  lapse: (file, { actAt, noticeNoAt }) => deadlineLapsed(file, id, noticeNoAt(at), actAt(at)),
});

const effectOf = ({ id, takesEffectAt: at }: ResultConfirmation): Due => ({
  id,
  name: 'effect of the acceptance',
  at,
  lapse: (file, { actAt }) => confirmationEffective(file, actAt(at)),
});
