import type { FieldsOf } from '@onevisit/subgraph';
import { organizationOnRecord } from '../app/organization/find-organization.ts';
import { findServiceWindow } from '../app/organization/find-service-window.ts';
import { listServiceWindows } from '../app/organization/list-service-windows.ts';
import type { ServiceWindow } from '../domain/service-window.ts';
import type { QueryResolvers, ServiceWindowResolvers } from './generated.ts';

export const serviceWindowQueries = {
  serviceWindows: (_, { first, after, areaCode }, operation) =>
    listServiceWindows(operation, { first, after, areaCode: areaCode ?? null }),
} satisfies Partial<QueryResolvers>;

export const serviceWindowFields: FieldsOf<ServiceWindowResolvers, ServiceWindow> = {
  __resolveReference: ({ id }, operation) => findServiceWindow(operation, id),
  organization: ({ organizationId }, _, operation) => organizationOnRecord(operation, organizationId),
};
