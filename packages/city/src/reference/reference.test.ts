import { describe, expect, it } from '@jest/globals';
import { staffRoles } from '@onevisit/kernel';
import {
  areaByCode,
  areas,
  branches,
  campaigns,
  cityFunctions,
  competences,
  counties,
  innovationProjects,
  issueTypeByCode,
  issueTypes,
  leadershipPosts,
  matters,
  mediationRooms,
  organizationByCode,
  organizations,
  personaAt,
  personas,
  practices,
  serviceWindows,
  staff,
  staffByCode,
  staffOf,
  taskForceByCode,
  taskForces,
  townshipsOf,
} from '../index.ts';

const unknown = (codes: readonly (string | null)[], known: ReadonlyMap<string, unknown>) =>
  codes.filter((code) => code !== null && !known.has(code));
const count = <Row>(rows: readonly Row[], has: (row: Row) => boolean) => rows.filter(has).length;
const repeated = (codes: readonly string[]) => codes.filter((code, at) => codes.indexOf(code) !== at);
const kindOf = (code: string) => organizationByCode.get(code)?.kind ?? 'GOVERNMENT';

describe('the areas', () => {
  it('are one city, 8 counties and 47 townships', () => {
    const sizes = (['CITY', 'COUNTY', 'TOWNSHIP'] as const).map((level) =>
      count(areas, (area) => area.level === level),
    );

    expect(sizes).toEqual([1, 8, 47]);
    expect(counties.map(({ code }) => townshipsOf(code).length)).toEqual([8, 6, 5, 6, 6, 6, 6, 4]);
    expect(areaByCode.get('990100')?.population).toBe(3_260_000);
  });

  it('carry the path from the city down', () => {
    expect(areaByCode.get('990124003')).toEqual({
      code: '990124003',
      name: '野田坝镇',
      level: 'TOWNSHIP',
      parentCode: '990124',
      path: ['990100', '990124', '990124003'],
      population: null,
    });
  });
});

describe('the organizations', () => {
  it('are the 29 functions of the city and its counties, with their offices and sections', () => {
    const kinds = Map.groupBy(organizations, ({ kind }) => kind);

    expect(cityFunctions).toHaveLength(29);
    expect(Object.fromEntries([...kinds].map(([kind, rows]) => [kind, rows.length]))).toEqual({
      GOVERNMENT: 9,
      JOINT_CONFERENCE_OFFICE: 9,
      DEPARTMENT: 225,
      PETITION_BUREAU: 9,
      DISCIPLINE: 9,
      POLITICAL_LEGAL: 9,
      PARTY_ORGAN: 9,
      PETITION_SECTION: 8,
      PETITION_OFFICE: 47,
    });
  });

  it('have 252 departments and lanes beside the bureaus', () => {
    expect(count(organizations, ({ functions, kind }) => functions.length > 0 && !kind.startsWith('PETITION'))).toBe(
      252,
    );
  });

  it('have superiors and governments that exist, and stand after them', () => {
    expect(
      unknown(
        organizations.flatMap((one) => [one.superiorCode, one.governmentCode]),
        organizationByCode,
      ),
    ).toEqual([]);
    const codes = organizations.map(({ code }) => code);
    const early = organizations.filter(
      (one) => one.superiorCode && codes.indexOf(one.superiorCode) > codes.indexOf(one.code),
    );
    expect(early).toEqual([]);
    expect(repeated(codes)).toEqual([]);
  });

  it('are named by place and function', () => {
    expect(organizationByCode.get('990102-HRSS')).toEqual({
      code: '990102-HRSS',
      name: '望川区人力资源和社会保障局',
      shortName: '望川区人社局',
      kind: 'DEPARTMENT',
      level: 'COUNTY',
      areaCode: '990102',
      areaPath: ['990100', '990102'],
      superiorCode: '990100-HRSS',
      governmentCode: '990102-GOV',
      isVertical: false,
      functions: ['HRSS'],
      peerGroup: null,
      validFrom: '2020-01-01',
      validTo: null,
    });
    expect(organizationByCode.get('990100-LETT-SUPERVISION')?.name).toBe('云泽市信访局督查科');
    expect(organizationByCode.get('990171-GOV')?.name).toBe('澜岫新区管理委员会');
    expect(organizationByCode.get('990171-PLAC')?.name).toBe('澜岫新区党工委政法委员会');
    expect(organizationByCode.get('990102001-LETT')?.superiorCode).toBe('990102-LETT');
  });
});

describe('the issue types', () => {
  it('are 15 branches whose shares are the whole, and 73 matters', () => {
    expect([branches.length, matters.length, issueTypes.length]).toEqual([15, 73, 88]);
    expect(branches.reduce((sum, { share }) => sum + Math.round((share ?? 0) * 100), 0)).toBe(100);
  });

  it('are led by functions that exist', () => {
    const known = new Map(cityFunctions.map(({ code }) => [code, code]));

    expect(
      unknown(
        issueTypes.flatMap(({ leadFunction, otherFunctions }) => [leadFunction, ...otherFunctions]),
        known,
      ),
    ).toEqual([]);
  });
});

describe('the competences', () => {
  it('name organizations and issue types that exist', () => {
    expect(
      unknown(
        competences.map(({ organizationCode }) => organizationCode),
        organizationByCode,
      ),
    ).toEqual([]);
    expect(
      unknown(
        competences.map(({ issueTypeCode }) => issueTypeCode),
        issueTypeByCode,
      ),
    ).toEqual([]);
  });

  it('never leave two organizations equal', () => {
    expect(
      repeated(
        competences.map((one) => `${one.issueTypeCode}/${one.areaCode}/${one.priority}/${one.organizationCode}`),
      ),
    ).toEqual([]);
    const first = competences.filter(({ priority }) => priority === 1);
    expect(repeated(first.map((one) => `${one.issueTypeCode}/${one.areaCode}`))).toEqual([]);
  });

  it('know nothing of accusations', () => {
    expect(competences.filter(({ issueTypeCode }) => issueTypeCode.startsWith('X'))).toEqual([]);
  });

  it('put the lead of a matter before who else may answer', () => {
    const rows = competences.filter(({ issueTypeCode, areaCode }) => issueTypeCode === 'C7' && areaCode === '990102');

    expect(rows.map(({ organizationCode, priority }) => [organizationCode, priority])).toEqual([
      ['990102-UMGT', 1],
      ['990102-HOUS', 2],
    ]);
  });
});

describe('the staff', () => {
  it('are 764: 150 in bureaus, 94 in townships, 504 in departments and lanes, 16 mediators', () => {
    const mediators = staff.filter(({ roles }) => roles.includes('MEDIATOR'));
    const others = staff.filter((member) => !mediators.includes(member));
    const inTownships = count(others, (one) => kindOf(one.organizationCode) === 'PETITION_OFFICE');
    const bureaus = ['PETITION_BUREAU', 'PETITION_SECTION', 'JOINT_CONFERENCE_OFFICE'];
    const inBureaus = count(others, (one) => bureaus.includes(kindOf(one.organizationCode)));

    expect([staff.length, inBureaus, inTownships, others.length - inBureaus - inTownships, mediators.length]).toEqual([
      764, 150, 94, 504, 16,
    ]);
  });

  it('have names and codes of their own, a role each and an organization that exists', () => {
    expect(repeated(staff.map(({ code }) => code))).toEqual([]);
    expect(repeated(staff.map(({ displayName }) => displayName))).toEqual([]);
    expect(staff.filter(({ roles }) => roles.length === 0)).toEqual([]);
    expect(
      unknown(
        staff.map(({ organizationCode }) => organizationCode),
        organizationByCode,
      ),
    ).toEqual([]);
    expect(
      unknown(
        staff.map(({ taskForceCode }) => taskForceCode),
        taskForceByCode,
      ),
    ).toEqual([]);
  });

  it('begin with who leads', () => {
    expect(staffOf('990102-HRSS').map(({ code, number, roles }) => [code, number, roles])).toEqual([
      ['990102-HRSS/1', 1, ['LEADER']],
      ['990102-HRSS/2', 2, ['HANDLER', 'DEVELOPER']],
    ]);
  });

  it('can act wherever a petition goes', () => {
    const answering = new Set(competences.map(({ organizationCode }) => organizationCode));
    const without = [...answering].filter(
      (code) =>
        !['LEADER', 'HANDLER'].every((role) => staffOf(code).some(({ roles }) => roles.some((one) => one === role))),
    );

    expect(without).toEqual([]);
  });
});

describe('the personas', () => {
  it('are one for each role, held by somebody of the staff', () => {
    expect(personas.map(({ roles }) => roles[0])).toEqual([...staffRoles]);
    const pretending = personas.filter(
      ({ staffCode, roles }) => !roles.every((role) => staffByCode.get(staffCode)?.roles.includes(role)),
    );
    expect(pretending).toEqual([]);
  });

  it('work where they belong', () => {
    const places = Object.fromEntries(personas.map(({ name, staffCode }) => [name, staffCode]));

    expect(places).toEqual({
      clerk: '990102-LETT/4',
      bureau: '990102-LETT/7',
      handler: '990102-HRSS/2',
      leader: '990102-HRSS/1',
      chief: '990102-LETT/1',
      director: '990100-LETT/1',
      'task-force-lead': '990100-LETT/2',
      supervisor: '990100-LETT-SUPERVISION/2',
      reviewer: '990100-LETT-REVIEW/2',
      mediator: '990100-LETT-RECEPTION/6',
      discipline: '990100-DISC/2',
      analyst: '990100-LETT-ANALYSIS/2',
      'care-officer': '990100-LETT-PARTY/2',
      'innovation-lead': '990100-LETT-GENERAL/2',
      developer: '990100-HRSS/2',
      auditor: '990100-JCO/3',
    });
  });

  it('can be had in another organization', () => {
    expect(personaAt('clerk', '990124001-LETT')).toMatchObject({
      staffCode: '990124001-LETT/2',
      roles: ['CLERK'],
      areaCode: '990124001',
    });
    expect(personaAt('task-force-lead', '990100-LETT')?.taskForceCode).toBe('TF-BACKLOG');
  });

  it('are not there where nobody has the role, or there is no such place', () => {
    expect([
      personaAt('director', '990102-LETT'),
      personaAt('clerk', '990102-HRSS'),
      personaAt('clerk', 'NOWHERE'),
    ]).toEqual([null, null, null]);
  });
});

describe('the rest of the city', () => {
  it('has 29 windows: 1 in the city, 8 in the counties, 20 in townships', () => {
    const levels = (['CITY', 'COUNTY', 'TOWNSHIP'] as const).map((level) =>
      count(serviceWindows, ({ organizationCode }) => organizationByCode.get(organizationCode)?.level === level),
    );

    expect(levels).toEqual([1, 8, 20]);
  });

  it('has four task forces, led by those who belong to them, and seven campaigns', () => {
    expect(taskForces.map(({ code, leadCode }) => [code, staffByCode.get(leadCode)?.taskForceCode])).toEqual(
      taskForces.map(({ code }) => [code, code]),
    );
    expect(campaigns).toHaveLength(7);
    expect(
      unknown(
        campaigns.flatMap(({ taskForceCodes }) => taskForceCodes),
        taskForceByCode,
      ),
    ).toEqual([]);
    expect(campaigns.filter(({ taskForceCodes }) => taskForceCodes.length === 0)).toEqual([]);
  });

  it('has posts that somebody of the same organization holds', () => {
    const holders = leadershipPosts.map(({ holderCode }) => staffByCode.get(holderCode ?? '')?.organizationCode);

    expect(holders).toEqual(leadershipPosts.map(({ organizationCode }) => organizationCode));
    expect(repeated(leadershipPosts.map(({ code }) => code))).toEqual([]);
  });

  it('has practices and mediation rooms', () => {
    expect(practices.map(({ code, organizationCode }) => [code, organizationCode])).toEqual([
      ['PR-WEEKLY', '990181-LETT'],
      ['PR-HARMONY', '990124-LETT'],
    ]);
    expect(
      unknown(
        practices.flatMap(({ appliesTo }) => appliesTo),
        issueTypeByCode,
      ),
    ).toEqual([]);
    expect(
      mediationRooms.map(({ organizationCode, mediatorCodes }) => [organizationCode, mediatorCodes.length]),
    ).toEqual([
      ['990124001-LETT', 2],
      ['990124002-LETT', 2],
      ['990103-LETT', 3],
    ]);
  });

  it('has 26 projects with a problem, units on either side and a lead', () => {
    const kinds = Map.groupBy(innovationProjects, ({ kind }) => kind);

    expect(Object.fromEntries([...kinds].map(([kind, rows]) => [kind, rows.length]))).toEqual({
      FLAGSHIP: 2,
      BRAND: 5,
      HIGHLIGHT: 7,
      GRASSROOTS: 12,
    });
    expect(
      unknown(
        innovationProjects.map(({ problemCode }) => problemCode),
        issueTypeByCode,
      ),
    ).toEqual([]);
    expect(
      unknown(
        innovationProjects.map(({ leadCode }) => leadCode),
        staffByCode,
      ),
    ).toEqual([]);
    const units = innovationProjects.flatMap((one) => [
      one.organizationCode,
      ...one.pilotCodes,
      ...one.comparisonCodes,
    ]);
    expect(unknown(units, organizationByCode)).toEqual([]);
    expect(
      innovationProjects.filter((one) => one.pilotCodes.some((code) => one.comparisonCodes.includes(code))),
    ).toEqual([]);
    expect(
      unknown(
        innovationProjects.map(({ campaignCode }) => campaignCode),
        new Map(campaigns.map((one) => [one.code, one])),
      ),
    ).toEqual([]);
    expect(repeated(innovationProjects.map(({ code }) => code))).toEqual([]);
  });
});
