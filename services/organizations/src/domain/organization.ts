import type { AdministrativeLevel } from './area.ts';
import type { Validity } from './validity.ts';

/** 机构类别. */
export type OrganizationKind =
  | 'PETITION_BUREAU'
  | 'PETITION_SECTION'
  | 'PETITION_OFFICE'
  | 'GOVERNMENT'
  | 'DEPARTMENT'
  | 'DISCIPLINE'
  | 'POLITICAL_LEGAL'
  | 'JOINT_CONFERENCE_OFFICE'
  | 'PARTY_ORGAN'
  | 'MEDIATION'
  | 'VILLAGE_COMMITTEE'
  | 'STATE_OWNED'
  | 'MASS_ORGANIZATION';

/** 计分分组: organizations that may be compared with one another. */
export type PeerGroup = 'COUNTY' | 'CITY_DEPARTMENT' | 'TOWNSHIP_LARGE' | 'TOWNSHIP_SMALL' | 'CITY_BUREAU';

/** 机关单位. */
export type Organization = Validity &
  Readonly<{
    id: string;
    version: number;
    code: string;
    name: string;
    shortName: string;
    kind: OrganizationKind;
    level: AdministrativeLevel;
    areaCode: string;
    /** 业务上级. */
    superiorId: string | null;
    /** 承继单位. */
    successorId: string | null;
    isVertical: boolean;
    functions: readonly string[];
    peerGroup: PeerGroup | null;
  }>;
