import type { PetitionStep } from '@onevisit/city';
import type { NumberKind } from '@onevisit/evidence';
import { fail, type Result } from '@onevisit/kernel';
import type { DataKey } from '@onevisit/vault';
import type { Act, CaseFile, Step } from '../../domain/case-file.ts';
import { canSeeCase } from '../../domain/case.policy.ts';
import type { Chapter } from '../../domain/replay.ts';
import { transitionOf, type Verb } from '../../domain/transition.ts';
import type { CityDirectory, Somebody } from './city-directory.ts';

/** What the history of one case is told with. */
export type Teller = Readonly<{
  directory: CityDirectory;
  /** The case's own. */
  key: DataKey;
  idsAt: (at: Date) => () => string;
  number: (kind: NumberKind, at: Date) => string;
}>;

/** How each kind of step is told: as one verb or as several. */
export type Telling<Told extends PetitionStep> = {
  readonly [Kind in Told['kind']]: (teller: Teller, step: Extract<Told, { kind: Kind }>) => readonly Chapter[];
};

type ByStaff = Readonly<{ kind: string; at: Date; by: string; organizationCode: string }>;
type Rule = (file: CaseFile, act: Act) => Result<Step, string>;

/** A verb of somebody on the staff, refused as the graph refuses who may not take it or does not see the case. */
export const staffChapter = (teller: Teller, verb: Verb, step: ByStaff, rule: Rule): Chapter => ({
  name: step.kind,
  at: step.at,
  take: (file) => {
    const somebody = teller.directory.somebody(step.by);
    const organizationId = teller.directory.organization(step.organizationCode).id;
    if (somebody.member.organizationId !== organizationId) return fail('STAFF_OF_ANOTHER_ORGANIZATION');
    const refusal = unentitled(somebody, verb, file);
    return refusal ? fail(refusal) : rule(file, actOf(teller, step.at, somebody));
  },
});

/** A verb of the petitioner, who acts without being named. */
export const petitionerChapter = (
  teller: Teller,
  { kind, at }: Readonly<{ kind: string; at: Date }>,
  rule: Rule,
): Chapter => ({ name: kind, at, take: (file) => rule(file, nobodysAct(teller, at)) });

/** What happens by itself is not told, but waited for. */
export const expectation = (
  { kind, at }: Readonly<{ kind: string; at: Date }>,
  isSo: (file: CaseFile) => boolean,
): Chapter => ({
  name: kind,
  at,
  take: (file) => (isSo(file) ? { ok: true, value: null } : fail('DID_NOT_HAPPEN')),
});

export const nobodysAct = ({ idsAt }: Pick<Teller, 'idsAt'>, at: Date): Act => ({
  at,
  staffId: null,
  organizationId: null,
  newId: idsAt(at),
});

export const actOf = ({ idsAt }: Pick<Teller, 'idsAt'>, at: Date, { member }: Somebody): Act => ({
  at,
  staffId: member.id,
  organizationId: member.organizationId,
  newId: idsAt(at),
});

/** Who has several roles acts in the one that the verb is for, and sees what that one sees. */
function unentitled({ viewer }: Somebody, verb: Verb, file: CaseFile): string | null {
  const actors: readonly string[] = transitionOf(verb).actors;
  const roles = viewer.roles.filter((role) => actors.includes(role));
  if (roles.length === 0) return 'FORBIDDEN';
  return canSeeCase({ ...viewer, roles }, file.case, file.scopes) ? null : 'CASE_NOT_FOUND';
}
