import type { FieldsOf } from '@onevisit/subgraph';
import { auditIdentityAccesses, isAnomalous, type AuditedAccess } from '../app/identity/audit-identity-accesses.ts';
import type { AuditedAccessResolvers, QueryResolvers } from './generated.ts';
import { byId } from './references.ts';

export const accessAuditQueries = {
  identityAccessAudit: (_, request, operation) => auditIdentityAccesses(operation, request),
} satisfies Partial<QueryResolvers>;

export const auditedAccessFields: FieldsOf<AuditedAccessResolvers, AuditedAccess> = {
  staff: ({ staffId }) => byId(staffId),
  organization: ({ organizationId }) => byId(organizationId),
  isAnomalous,
};
