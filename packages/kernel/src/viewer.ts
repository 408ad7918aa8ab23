import type { Role } from './role.ts';

/** VIEW (查询) reads and adds; ACT (行权) also confirms, withdraws and rates, and needs the petitioner's own PIN. */
export type CapabilityGrade = 'VIEW' | 'ACT';

export type Language = 'zh-CN' | 'en';

/** Who is asking, as the gateway vouches for it. Nothing in it was sent by the client unsigned. */
export type Viewer = Readonly<{
  /** Staff id, `case:<id>` of a petitioner, or `public`. */
  id: string;
  roles: readonly Role[];
  organizationId: string | null;
  /** Code of the area that the viewer's organization works in. */
  areaCode: string | null;
  /** Code of the task force (专班) that the viewer leads. */
  taskForceCode: string | null;
  /** The one case that a petitioner's capability opens. */
  caseId: string | null;
  grade: CapabilityGrade | null;
  language: Language;
}>;

export const publicViewer = (language: Language = 'zh-CN'): Viewer => ({
  id: 'public',
  roles: ['PUBLIC'],
  organizationId: null,
  areaCode: null,
  taskForceCode: null,
  caseId: null,
  grade: null,
  language,
});

/** The system itself, in acts that nobody asks for: loading, consuming events, lapsing terms. It has no role. */
export const systemViewer: Viewer = { ...publicViewer(), id: 'system', roles: [] };

export const hasRole = (viewer: Viewer, ...roles: readonly Role[]): boolean =>
  viewer.roles.some((role) => roles.includes(role));

export const isPublic = (viewer: Viewer): boolean => viewer.roles.every((role) => role === 'PUBLIC');
