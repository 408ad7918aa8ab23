import type { StaffRole } from '@onevisit/kernel';
import type { Organization } from './organization.ts';

/** 岗位: a place for one member of staff. */
export type Place = Readonly<{ post: string; roles: readonly StaffRole[]; taskForceCode?: string }>;

const times = (count: number, place: Place): readonly Place[] => Array.from({ length: count }, () => place);

const cityBureau: readonly Place[] = [
  { post: '局长', roles: ['DIRECTOR', 'LEADER'] },
  { post: '副局长', roles: ['LEADER', 'TASK_FORCE_LEAD'], taskForceCode: 'TF-BACKLOG' },
  { post: '副局长', roles: ['LEADER', 'TASK_FORCE_LEAD'], taskForceCode: 'TF-TOWN' },
  { post: '副局长', roles: ['LEADER'] },
  ...times(4, { post: '窗口接待员', roles: ['CLERK'] }),
  ...times(2, { post: '业务专员', roles: ['BUREAU'] }),
  { post: '业务专员', roles: ['BUREAU', 'HANDLER'] },
];

const countyBureau: readonly Place[] = [
  { post: '局长', roles: ['CHIEF', 'LEADER'] },
  { post: '副局长', roles: ['LEADER', 'BUREAU'], taskForceCode: 'TF-BACKLOG' },
  { post: '副局长', roles: ['LEADER', 'BUREAU'], taskForceCode: 'TF-TOWN' },
  ...times(3, { post: '窗口接待员', roles: ['CLERK'] }),
  ...times(3, { post: '业务科科员', roles: ['BUREAU'] }),
  { post: '业务科科员', roles: ['BUREAU', 'HANDLER'] },
  { post: '关爱专员', roles: ['CARE_OFFICER'] },
];

const section = (head: Place, ...members: readonly Place[]): readonly Place[] => [
  { ...head, post: '科长', roles: ['LEADER', ...head.roles] },
  ...members,
];

const sections: Readonly<Record<string, readonly Place[]>> = {
  GENERAL: section(
    { post: '', roles: ['INNOVATION_LEAD', 'TASK_FORCE_LEAD'], taskForceCode: 'TF-INNOV' },
    ...times(2, { post: '科员', roles: ['INNOVATION_LEAD'], taskForceCode: 'TF-INNOV' }),
    ...times(2, { post: '科员', roles: ['BUREAU'] }),
  ),
  LETTERS: section({ post: '', roles: ['BUREAU'] }, ...times(4, { post: '办信员', roles: ['BUREAU'] })),
  RECEPTION: section({ post: '', roles: ['BUREAU'] }, ...times(4, { post: '接访员', roles: ['BUREAU'] })),
  ONLINE: section({ post: '', roles: ['BUREAU'] }, ...times(4, { post: '网上办理员', roles: ['BUREAU'] })),
  SUPERVISION: section(
    { post: '', roles: ['SUPERVISOR'] },
    ...times(2, { post: '督查专员', roles: ['SUPERVISOR'] }),
    ...times(2, { post: '督查专员', roles: ['SUPERVISOR'], taskForceCode: 'TF-BACKLOG' }),
  ),
  REVIEW: section({ post: '', roles: ['REVIEWER'] }, ...times(4, { post: '复查复核员', roles: ['REVIEWER'] })),
  ANALYSIS: section(
    { post: '', roles: ['ANALYST', 'TASK_FORCE_LEAD'], taskForceCode: 'TF-INFO' },
    ...times(2, { post: '研判员', roles: ['ANALYST'] }),
    ...times(2, { post: '研判员', roles: ['ANALYST'], taskForceCode: 'TF-INFO' }),
  ),
  PARTY: section({ post: '', roles: ['CARE_OFFICER'] }, ...times(4, { post: '关爱专员', roles: ['CARE_OFFICER'] })),
};

const cityConferenceOffice: readonly Place[] = [
  { post: '主任', roles: ['LEADER'] },
  { post: '副主任', roles: ['LEADER'] },
  { post: '审计员', roles: ['AUDITOR'] },
];

const countyConferenceOffice: readonly Place[] = [{ post: '主任', roles: ['LEADER'] }];

const townshipOffice: readonly Place[] = [
  { post: '主任', roles: ['LEADER', 'CLERK'] },
  { post: '接待员', roles: ['CLERK'] },
];

/** The handler of a department also looks after its application. */
const department: readonly Place[] = [
  { post: '分管负责人', roles: ['LEADER'] },
  { post: '承办人', roles: ['HANDLER', 'DEVELOPER'] },
];

const lane: readonly Place[] = [
  { post: '分管负责人', roles: ['LEADER'] },
  { post: '承办人', roles: ['HANDLER'] },
];

const disciplineLane: readonly Place[] = [
  { post: '分管负责人', roles: ['LEADER'] },
  { post: '纪检对接员', roles: ['HANDLER', 'DISCIPLINE'] },
];

type PlacesByLevel = Readonly<Record<'city' | 'below', readonly Place[]>>;

const alike = (places: readonly Place[]): PlacesByLevel => ({ city: places, below: places });

const placesByKind: Readonly<Record<Organization['kind'], PlacesByLevel>> = {
  PETITION_BUREAU: { city: cityBureau, below: countyBureau },
  PETITION_SECTION: alike([]),
  PETITION_OFFICE: alike(townshipOffice),
  JOINT_CONFERENCE_OFFICE: { city: cityConferenceOffice, below: countyConferenceOffice },
  DEPARTMENT: alike(department),
  DISCIPLINE: alike(disciplineLane),
  POLITICAL_LEGAL: alike(lane),
  PARTY_ORGAN: alike(lane),
  GOVERNMENT: alike([]),
};

/** Places in an organization, mediators apart; the first leads it. */
export const placesIn = ({ code, kind, level }: Organization): readonly Place[] =>
  sections[sectionOf(code)] ?? placesByKind[kind][level === 'CITY' ? 'city' : 'below'];

// Only the city bureau has sections: `990100-LETT-REVIEW`.
const sectionOf = (code: string): string => code.split('-')[2] ?? '';

/** 调解员: where they work, and how many. */
export function mediatorsIn({ code, kind, level }: Organization): number {
  if (code === '990100-LETT-RECEPTION') return 2;
  if (kind === 'PETITION_BUREAU' && level === 'COUNTY') return code === '990103-LETT' ? 3 : 1;
  return code === '990124001-LETT' || code === '990124002-LETT' ? 2 : 0;
}
