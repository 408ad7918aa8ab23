import type { CityLevel } from './area.ts';

/** 机构类别 that the city has. */
export type OrganizationKind =
  | 'PETITION_BUREAU'
  | 'PETITION_SECTION'
  | 'PETITION_OFFICE'
  | 'GOVERNMENT'
  | 'DEPARTMENT'
  | 'DISCIPLINE'
  | 'POLITICAL_LEGAL'
  | 'JOINT_CONFERENCE_OFFICE'
  | 'PARTY_ORGAN';

/** 计分分组: organizations that may be compared with one another. */
export type PeerGroup = 'COUNTY' | 'CITY_DEPARTMENT' | 'TOWNSHIP_LARGE' | 'TOWNSHIP_SMALL' | 'CITY_BUREAU';

/** 机关单位. */
export type Organization = Readonly<{
  /** `990102-HRSS`. */
  code: string;
  name: string;
  shortName: string;
  kind: OrganizationKind;
  level: CityLevel;
  areaCode: string;
  /** Codes from the city's down to its own area's. */
  areaPath: readonly string[];
  /** 业务上级. */
  superiorCode: string | null;
  /** 本级政府: the government that it belongs to; null for governments and party organs. */
  governmentCode: string | null;
  /** 垂直管理: answers to its superior alone. */
  isVertical: boolean;
  /** Codes of its functions. */
  functions: readonly string[];
  peerGroup: PeerGroup | null;
  /** YYYY-MM-DD. */
  validFrom: string;
  validTo: string | null;
}>;
