import { checkedSize, newestFirst, page, type PageRequest } from '@onevisit/data';
import { isId, query } from '@onevisit/kernel';
import type { CaseConditions } from '../../data/case.reader.ts';
import {
  statusesIn,
  type Case,
  type CaseCategory,
  type CaseStage,
  type CaseStatus,
  type CaseUrgency,
} from '../../domain/case.ts';
import { scopeOf } from '../../domain/case.policy.ts';
import type { DeadlineState } from '../../domain/deadline.ts';
import type { ServiceRead } from '../operation.ts';

/** The closed filters of a list of cases. */
export type CaseFilter = Readonly<{
  status?: CaseStatus | null | undefined;
  stage?: CaseStage | null | undefined;
  deadlineState?: DeadlineState | null | undefined;
  responsibleOrganizationId?: string | null | undefined;
  handlerId?: string | null | undefined;
  issueTypeCode?: string | null | undefined;
  category?: CaseCategory | null | undefined;
  areaCode?: string | null | undefined;
  urgency?: CaseUrgency | null | undefined;
}>;

export type CaseQuestion = PageRequest & Readonly<{ filter: CaseFilter }>;

/** The cases within the viewer's scope, newest first. */
export const listCases = query('case:read', async (read: ServiceRead, { filter, ...request }: CaseQuestion) => {
  const scope = scopeOf(read.viewer);
  return page<Case>(
    request,
    newestFirst.kinds,
    async (after, limit) => {
      if (scope === null || namesNobody(filter)) return [];
      const place = { ...newestFirst.behind(after), limit };
      return read.load.cases.remember(await read.read.cases.page(scope, conditionsOf(filter), place));
    },
    ({ registeredAt, id }) => newestFirst.keyOf({ at: registeredAt, id }),
  );
});

/** How many the same list holds, counted up to 1,001. */
export const countCases = query('case:read', async ({ viewer, read }: ServiceRead, { filter, first }: CaseQuestion) => {
  checkedSize(first);
  const scope = scopeOf(viewer);
  return scope === null || namesNobody(filter) ? 0 : read.cases.count(scope, conditionsOf(filter));
});

/** What is no id at all is nobody's. */
const namesNobody = ({ responsibleOrganizationId, handlerId }: CaseFilter): boolean =>
  [responsibleOrganizationId, handlerId].some((id) => typeof id === 'string' && !isId(id));

/** List and count narrow by one and the same predicate. */
function conditionsOf(filter: CaseFilter): CaseConditions {
  const { status, stage, areaCode, ...rest } = filter;
  const statuses = stage ? statusesIn(stage).filter((each) => !status || each === status) : status ? [status] : null;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...given,
    ...(statuses && { statuses }),
    ...(areaCode && { areaCode: `${areaPrefix(areaCode)}%` }),
  };
}

/** 行政区划代码 of the areas below begin like this: a city's with four digits, a county's with six. */
const areaPrefix = (areaCode: string): string => {
  const digits = areaCode.replaceAll(/\D/g, '');
  return digits.length === 6 && digits.endsWith('00') ? digits.slice(0, 4) : digits;
};
