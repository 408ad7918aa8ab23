import { hasRole, seededId, type Viewer } from '@onevisit/kernel';
import { isSealed, type Case } from './case.ts';
import type { CaseFile, Visibility } from './case-file.ts';
import { areaPathOf } from './organization.ts';
import { areaScope, organizationScope, taskForceScope } from './scope.ts';

/**
 * 知悉范围: the keys under which the viewer finds cases, one for each role that has one, the widest first. Director and
 * supervisor look by the city, bureaus and chiefs by their county, a task-force lead by the task force, clerks, handlers
 * and leaders by their organization.
 */
export function scopesOfViewer(viewer: Viewer): readonly string[] {
  const { areaCode, organizationId, taskForceCode } = viewer;
  const scopes = [
    hasRole(viewer, 'DIRECTOR', 'SUPERVISOR') ? cityScope(viewer) : null,
    hasRole(viewer, 'BUREAU', 'CHIEF') && areaCode !== null ? areaScope(countyCode(areaCode)) : null,
    hasRole(viewer, 'TASK_FORCE_LEAD') && taskForceCode !== null
      ? taskForceScope(seededId('task-force', taskForceCode))
      : null,
    hasRole(viewer, 'CLERK', 'HANDLER', 'LEADER', 'DEVELOPER') && organizationId !== null
      ? organizationScope(organizationId)
      : null,
  ];
  return scopes.filter((scope) => scope !== null);
}

/** The widest of the viewer's scopes, by which lists are read: an ordered range of one index. */
export const scopeOf = (viewer: Viewer): string | null => scopesOfViewer(viewer)[0] ?? null;

/** May the viewer know that the case exists? What one may not see does not exist. */
export function canSeeCase(
  viewer: Viewer,
  subject: Pick<Case, 'id' | 'confidentiality' | 'registeredBy'>,
  scopes: readonly string[],
) {
  if (hasRole(viewer, 'PETITIONER')) return viewer.caseId === subject.id;
  // Of a sealed matter only who registered it and the discipline intake know.
  if (isSealed(subject)) return subject.registeredBy === viewer.id || hasRole(viewer, 'DISCIPLINE');
  return scopesOfViewer(viewer).some((scope) => scopes.includes(scope));
}

/** 首接单位 knows that it received a sealed matter, and nothing else of it; not even that where it is about itself. */
export const knowsThatSealed = (viewer: Viewer, file: CaseFile, ownTreeIds: readonly string[]): boolean =>
  isSealed(file.case) &&
  viewer.organizationId === file.case.receivingOrganizationId &&
  !file.respondentIds.some((id) => ownTreeIds.includes(id));

type Holders = Pick<
  Case,
  'id' | 'confidentiality' | 'receivingOrganizationId' | 'responsibleOrganizationId' | 'rulingOrganizationId'
>;

/**
 * 主要内容 and 诉求 are open to those who handle the case or rule on who handles it, to the office that received it, and
 * to the petitioner.
 */
export function canReadNarrative(viewer: Viewer, subject: Holders): boolean {
  if (hasRole(viewer, 'PETITIONER')) return viewer.caseId === subject.id;
  if (isSealed(subject)) return hasRole(viewer, 'DISCIPLINE');
  if (hasRole(viewer, 'BUREAU', 'CHIEF')) return true;
  return (
    (hasRole(viewer, 'CLERK') && viewer.organizationId === subject.receivingOrganizationId) ||
    (hasRole(viewer, 'HANDLER', 'LEADER') && viewer.organizationId === subject.responsibleOrganizationId) ||
    (hasRole(viewer, 'LEADER') &&
      subject.rulingOrganizationId !== null &&
      viewer.organizationId === subject.rulingOrganizationId)
  );
}

/** `张*` is for the handler, the handler's leader and the serving clerk. */
export function canReadMaskedName(
  viewer: Viewer,
  subject: Holders & Pick<Case, 'handlerId' | 'registeredBy'>,
): boolean {
  if (hasRole(viewer, 'PETITIONER')) return viewer.caseId === subject.id;
  if (isSealed(subject)) return false;
  return (
    (hasRole(viewer, 'CLERK') && viewer.id === subject.registeredBy) ||
    (hasRole(viewer, 'LEADER') && viewer.organizationId === subject.responsibleOrganizationId) ||
    (hasRole(viewer, 'HANDLER') && viewer.id === subject.handlerId)
  );
}

/** 身份: of a case within sight, those who have to reach the petitioner; and never in the sealed lane. */
export function canUnseal(viewer: Viewer, subject: Holders): boolean {
  if (isSealed(subject) || viewer.organizationId === null) return false;
  if (hasRole(viewer, 'BUREAU', 'CHIEF')) return true;
  return (
    (hasRole(viewer, 'CLERK') && viewer.organizationId === subject.receivingOrganizationId) ||
    (hasRole(viewer, 'HANDLER', 'LEADER') && viewer.organizationId === subject.responsibleOrganizationId)
  );
}

const countyCode = (areaCode: string): string => areaCode.slice(0, 6);

function cityScope({ areaCode }: Viewer): string | null {
  const [city] = areaCode === null ? [] : areaPathOf(areaCode);
  return city === undefined ? null : areaScope(city);
}

/** 知悉范围 as a filter: the same rule as `canSeeCase`, for what is read in numbers. */
export type Sight = Readonly<{
  scopes: readonly string[];
  /** The one case of a petitioner's capability. */
  caseId: string | null;
  /** Who may see the sealed cases that they registered. */
  staffId: string | null;
  seesSealed: boolean;
}>;

export const sightOf = (viewer: Viewer): Sight => ({
  scopes: hasRole(viewer, 'PETITIONER') ? [] : scopesOfViewer(viewer),
  caseId: hasRole(viewer, 'PETITIONER') ? viewer.caseId : null,
  staffId: hasRole(viewer, 'CLERK') ? viewer.id : null,
  seesSealed: hasRole(viewer, 'DISCIPLINE'),
});

const levels: readonly Visibility[] = ['PUBLIC', 'PETITIONER', 'UNIT', 'BUREAU', 'SEALED'];

/** The place of a visibility in the order of levels, 1 for PUBLIC. */
export const levelOf = (visibility: Visibility): number => levels.indexOf(visibility) + 1;

/** 知悉级别: how far into the history of a case the viewer may look, as a place in the order of levels. */
export function knowledgeOf(viewer: Viewer, subject: Holders & Pick<Case, 'registeredBy'>): number {
  if (hasRole(viewer, 'PETITIONER')) return levelOf('PETITIONER');
  if (isSealed(subject)) return levelOf('SEALED');
  if (hasRole(viewer, 'BUREAU', 'CHIEF', 'DIRECTOR', 'SUPERVISOR')) return levelOf('BUREAU');
  const holders = [subject.receivingOrganizationId, subject.responsibleOrganizationId];
  return holders.includes(viewer.organizationId) && hasRole(viewer, 'CLERK', 'HANDLER', 'LEADER')
    ? levelOf('UNIT')
    : levelOf('PETITIONER');
}

/** A draft is the business of the organization that writes it; what is signed is known to who may see the case. */
export const canReadOpinion = (
  viewer: Viewer,
  subject: Holders & Pick<Case, 'deliveredAt'>,
  state: 'DRAFT' | 'SIGNED',
) => {
  if (hasRole(viewer, 'PETITIONER')) return subject.deliveredAt !== null;
  return state === 'SIGNED' || viewer.organizationId === subject.responsibleOrganizationId;
};

/** 在办: one's own workload, and for the direct leader that of the organization's staff (never a comparison). */
export const canReadWorkload = (viewer: Viewer, of: Readonly<{ id: string; organizationId: string }>): boolean =>
  viewer.id === of.id || (hasRole(viewer, 'LEADER') && viewer.organizationId === of.organizationId);
