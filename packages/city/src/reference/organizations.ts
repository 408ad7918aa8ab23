import { areaByCode, areas, cityCode, type Area } from './area.ts';
import { cityFunctions, type CityFunction } from './city-function.ts';
import { counties } from './county.ts';
import type { Organization, OrganizationKind, PeerGroup } from './organization.ts';

type Own = Pick<Organization, 'code' | 'name' | 'shortName' | 'kind' | 'superiorCode'> & Partial<Organization>;

const at = (area: Area, own: Own): Organization => ({
  level: area.level,
  areaCode: area.code,
  areaPath: area.path,
  governmentCode: null,
  isVertical: false,
  functions: [],
  peerGroup: null,
  validFrom: '2020-01-01',
  validTo: null,
  ...own,
});

const large = areas.filter(({ level }) => level !== 'TOWNSHIP');
const townships = areas.filter(({ level }) => level === 'TOWNSHIP');
const isCity = ({ code }: Area): boolean => code === cityCode;
const isNewArea = ({ code }: Area): boolean =>
  counties.some((county) => county.code === code && county.kind === 'NEW_AREA');
const placeName = (area: Area): string => (isCity(area) ? '市' : area.name);

const governments = large.map((area) =>
  at(area, {
    code: `${area.code}-GOV`,
    name: isNewArea(area) ? `${area.name}管理委员会` : `${area.name}人民政府`,
    shortName: isNewArea(area) ? `${area.name}管委会` : `${placeName(area)}政府`,
    kind: 'GOVERNMENT',
    superiorCode: isCity(area) ? null : `${cityCode}-GOV`,
  }),
);

const jointConferenceOffices = large.map((area) =>
  at(area, {
    code: `${area.code}-JCO`,
    name: `${area.name}信访工作联席会议办公室`,
    shortName: `${placeName(area)}联席办`,
    kind: 'JOINT_CONFERENCE_OFFICE',
    superiorCode: isCity(area) ? null : `${cityCode}-JCO`,
  }),
);

const otherKinds: Readonly<Record<string, OrganizationKind>> = {
  LETT: 'PETITION_BUREAU',
  DISC: 'DISCIPLINE',
  PLAC: 'POLITICAL_LEGAL',
  ORGD: 'PARTY_ORGAN',
};

/** Organs of the party committee, whose review body is their superior. */
const ofCommittee: readonly string[] = ['PLAC', 'ORGD'];
const ofParty: readonly string[] = ['DISC', ...ofCommittee];

const functionary = (area: Area, { code, name, shortName }: CityFunction): Organization =>
  at(area, {
    code: `${area.code}-${code}`,
    name: `${area.name}${ofCommittee.includes(code) ? committeeOf(area) : ''}${name}`,
    shortName: `${placeName(area)}${shortName}`,
    kind: otherKinds[code] ?? 'DEPARTMENT',
    superiorCode: isCity(area) ? null : `${cityCode}-${code}`,
    governmentCode: ofParty.includes(code) ? null : `${area.code}-GOV`,
    // 省以下环保机构垂直管理: the county's office is the city's.
    isVertical: code === 'ECOL' && !isCity(area),
    functions: [code],
    peerGroup: peerGroupOf(area, code),
  });

const committeeOf = (area: Area): string => (isNewArea(area) ? '党工委' : '委');

function peerGroupOf(area: Area, code: string): PeerGroup | null {
  if (code === 'LETT') return isCity(area) ? 'CITY_BUREAU' : 'COUNTY';
  return isCity(area) && !ofParty.includes(code) ? 'CITY_DEPARTMENT' : null;
}

const functionaries = large.flatMap((area) => cityFunctions.map((entry) => functionary(area, entry)));

/** 市信访局内设科室. */
const sections = (
  [
    ['GENERAL', '综合科'],
    ['LETTERS', '办信科'],
    ['RECEPTION', '接访科'],
    ['ONLINE', '网上信访科'],
    ['SUPERVISION', '督查科'],
    ['REVIEW', '复查复核科'],
    ['ANALYSIS', '研判科'],
    ['PARTY', '机关党办'],
  ] as const
).map(([code, name]) =>
  at(areaOf(cityCode), {
    code: `${cityCode}-LETT-${code}`,
    name: `云泽市信访局${name}`,
    shortName: name,
    kind: 'PETITION_SECTION',
    superiorCode: `${cityCode}-LETT`,
  }),
);

const townshipOffices = townships.map((area) =>
  at(area, {
    code: `${area.code}-LETT`,
    name: `${area.name}信访办公室`,
    shortName: `${area.name}信访办`,
    kind: 'PETITION_OFFICE',
    superiorCode: `${area.parentCode}-LETT`,
    functions: ['LETT'],
    peerGroup: area.name.endsWith('乡') ? 'TOWNSHIP_SMALL' : 'TOWNSHIP_LARGE',
  }),
);

/** Superiors come before those below them. */
export const organizations: readonly Organization[] = [
  ...governments,
  ...jointConferenceOffices,
  ...functionaries,
  ...sections,
  ...townshipOffices,
];

export const organizationByCode: ReadonlyMap<string, Organization> = new Map(
  organizations.map((organization) => [organization.code, organization]),
);

/** The organization of that code; there is no city without it. */
export function organizationOf(code: string): Organization {
  const organization = organizationByCode.get(code);
  if (!organization) throw new RangeError(`no organization ${code}`);
  return organization;
}

function areaOf(code: string): Area {
  const area = areaByCode.get(code);
  if (!area) throw new RangeError(`no area ${code}`);
  return area;
}
