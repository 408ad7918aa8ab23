import { areas, cityCode, type Area } from './area.ts';
import { counties } from './county.ts';

/** 服务方式. */
export type WindowChannel = 'VISIT' | 'LETTER' | 'PHONE' | 'VIDEO' | 'ONLINE';

/** 无障碍设施. */
export type WindowAccessibility = 'STEP_FREE' | 'SIGN_LANGUAGE' | 'LARGE_PRINT' | 'GUIDE';

/** 接待窗口. */
export type ServiceWindow = Readonly<{
  /** `990102-LETT/W1`. */
  code: string;
  organizationCode: string;
  name: string;
  address: string;
  hours: string;
  channels: readonly WindowChannel[];
  accessibility: readonly WindowAccessibility[];
  queueEnabled: boolean;
}>;

/** How many townships of a county, the first ones, have a window of their own: 20 in all. */
const windowsIn: Readonly<Record<string, number>> = {
  990102: 4,
  990103: 3,
  990181: 3,
  990121: 2,
  990122: 2,
  990123: 2,
  990124: 3,
  990171: 1,
};

type Furnishing = Pick<ServiceWindow, 'hours' | 'channels' | 'accessibility' | 'queueEnabled'>;

const furnishings: Readonly<Record<Area['level'], Furnishing>> = {
  CITY: {
    hours: '工作日 08:30-12:00、13:30-17:30',
    channels: ['VISIT', 'LETTER', 'PHONE', 'VIDEO', 'ONLINE'],
    accessibility: ['STEP_FREE', 'SIGN_LANGUAGE', 'LARGE_PRINT', 'GUIDE'],
    queueEnabled: true,
  },
  COUNTY: {
    hours: '工作日 08:30-12:00、13:30-17:30',
    channels: ['VISIT', 'LETTER', 'PHONE', 'VIDEO'],
    accessibility: ['STEP_FREE', 'LARGE_PRINT', 'GUIDE'],
    queueEnabled: true,
  },
  TOWNSHIP: {
    hours: '工作日 08:30-12:00、14:00-17:00',
    channels: ['VISIT', 'LETTER', 'PHONE'],
    accessibility: ['STEP_FREE'],
    queueEnabled: false,
  },
};

const withWindow = areas.filter(
  ({ code, level }) => level !== 'TOWNSHIP' || Number(code.slice(6)) <= (windowsIn[code.slice(0, 6)] ?? 0),
);

/** One in the city, one in every county, and those of 20 townships. */
export const serviceWindows: readonly ServiceWindow[] = withWindow.map((area) => ({
  code: `${area.code}-LETT/W1`,
  organizationCode: `${area.code}-LETT`,
  name: area.level === 'TOWNSHIP' ? `${area.name}人民来访接待室` : `${area.name}人民来访接待中心`,
  address: `${placeOf(area)}${area.level === 'TOWNSHIP' ? '便民服务中心一楼' : '社会治理服务中心一楼'}`,
  ...furnishings[area.level],
}));

export const serviceWindowByOrganization: ReadonlyMap<string, ServiceWindow> = new Map(
  serviceWindows.map((window) => [window.organizationCode, window]),
);

function placeOf({ code, name }: Area): string {
  const county = counties.find((other) => other.code === code.slice(0, 6));
  return code === cityCode || !county || county.code === code ? name : `${county.name}${name}`;
}
