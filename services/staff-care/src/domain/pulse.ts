/** Whose answers are counted together. */
export type Membership = Readonly<{ unitGroup: string; members: readonly string[] }>;

/** 各题, in the order in which answers are kept. */
export const pulseQuestions = ['WORKLOAD', 'SAFETY', 'SUPPORT', 'RESPECT', 'REST'] as const;

export type PulseQuestion = (typeof pulseQuestions)[number];

/** One person's answers, 1 to 5, in the order of the questions. */
export type PulseAnswers = readonly number[];

export type PulseBand = 'LOW' | 'MIDDLE' | 'HIGH';

export type PulseShare = Readonly<{ question: PulseQuestion; share: number | null; band: PulseBand }>;

/** What may be told of one group; of the whole city where `unitGroup` is null. */
export type PulseResult = Readonly<{
  unitGroup: string | null;
  staff: number;
  participants: number;
  questions: readonly PulseShare[];
}>;

/** 心理状态匿名问询: one month of it. */
export type PulseMonth = Readonly<{
  id: string;
  month: string;
  closesAt: Date;
  closedAt: Date | null;
  version: number;
}>;

export const isPulseAnswer = (answer: number): boolean => answer >= 1 && answer <= 5;

/** No group is smaller. */
export const smallestGroup = 20;

/** Somebody on the staff, and the areas of the organization from the city's down. */
export type PlacedStaff = Readonly<{ staffId: string; areaPath: readonly string[] }>;

/** 单位组: by county, and all of those that are too small together with the city's own. Null where even that is. */
export function unitGroups(staff: readonly PlacedStaff[]): readonly Membership[] {
  const ofCounty = Map.groupBy(staff, ({ areaPath }) => areaPath[1] ?? areaPath[0] ?? '');
  const isLarge = (code: string): boolean => (ofCounty.get(code)?.length ?? 0) >= smallestGroup;
  const groups = Map.groupBy(staff, ({ areaPath }) => {
    const county = areaPath[1];
    return county !== undefined && isLarge(county) ? county : (areaPath[0] ?? '');
  });
  return [...groups]
    .filter(([code, members]) => code !== '' && members.length >= smallestGroup)
    .map(([unitGroup, members]) => ({ unitGroup, members: members.map(({ staffId }) => staffId).toSorted() }))
    .toSorted((left, right) => (left.unitGroup < right.unitGroup ? -1 : 1));
}
