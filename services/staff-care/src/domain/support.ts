import { fail, ok, type Result } from '@onevisit/kernel';
import type { Organization } from './organization.ts';

export type SupportKind = 'POLICY' | 'COORDINATION' | 'STAFF' | 'LEGAL' | 'TECH';

export type SupportRequestState = 'FILED' | 'ANSWERED';

/** 基层支持请求: its texts are sealed and live beside it. */
export type SupportRequest = Readonly<{
  id: string;
  kind: SupportKind;
  fromOrganizationId: string;
  toSectionId: string;
  requesterId: string;
  filedAt: Date;
  /** YYYY-MM-DD. */
  dueOn: string;
  state: SupportRequestState;
  answeredBy: string | null;
  answeredAt: Date | null;
  version: number;
}>;

/** A request with what was asked and answered, opened. */
export type OpenedSupportRequest = SupportRequest & Readonly<{ text: string; response: string | null }>;

type Filing = Omit<SupportRequest, 'state' | 'answeredBy' | 'answeredAt' | 'version'>;

export const newSupportRequest = (filing: Filing): SupportRequest => ({
  ...filing,
  state: 'FILED',
  answeredBy: null,
  answeredAt: null,
  version: 1,
});

export const answered = (
  request: SupportRequest,
  { by, at }: Readonly<{ by: string; at: Date }>,
): Result<SupportRequest, 'WRONG_STATE'> =>
  request.state === 'FILED'
    ? ok({ ...request, state: 'ANSWERED', answeredBy: by, answeredAt: at })
    : fail('WRONG_STATE');

/** Not answered although the day is over; both days YYYY-MM-DD. */
export const isOverdue = ({ state, dueOn }: SupportRequest, today: string): boolean =>
  state === 'FILED' && dueOn < today;

/** 市局科室: at the level of the city only the bureau's sections have a superior. */
export const isCitySection = ({ areaPath, superiorId }: Organization): boolean =>
  areaPath.length === 1 && superiorId !== null;

export const isOfCounty = ({ areaPath }: Organization): boolean => areaPath.length === 2;
