import type { Organization } from './organization.ts';

/** Keys under which a case can be found: organization, area, task force. */
export const organizationScope = (organizationId: string): string => `O:${organizationId}`;
export const areaScope = (areaCode: string): string => `A:${areaCode}`;
export const taskForceScope = (taskForceId: string): string => `T:${taskForceId}`;

/** 知悉范围 that an organization brings to a case: itself, its area and all areas above. */
export const scopesOf = ({ id, areaPath }: Pick<Organization, 'id' | 'areaPath'>): readonly string[] => [
  organizationScope(id),
  ...areaPath.map(areaScope),
];
