import { staffOf } from './staff-list.ts';

/** 调解室. */
export type MediationRoom = Readonly<{
  code: string;
  name: string;
  organizationCode: string;
  mediatorCodes: readonly string[];
  hours: string;
  practiceCode: string;
}>;

/** “和为贵”调解室: two where the practice comes from, and one that took it over. */
export const mediationRooms: readonly MediationRoom[] = (
  [
    ['MR-JIXIANG', '稷香镇', '990124001-LETT'],
    ['MR-MAILANG', '麦浪镇', '990124002-LETT'],
    ['MR-TINGLAN', '汀兰区', '990103-LETT'],
  ] as const
).map(([code, place, organizationCode]) => ({
  code,
  name: `${place}“和为贵”调解室`,
  organizationCode,
  mediatorCodes: staffOf(organizationCode)
    .filter(({ roles }) => roles.includes('MEDIATOR'))
    .map((mediator) => mediator.code),
  hours: '工作日 09:00-17:00，周六可预约',
  practiceCode: 'PR-HARMONY',
}));
