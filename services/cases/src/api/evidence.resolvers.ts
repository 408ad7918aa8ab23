import type { FieldsOf } from '@onevisit/subgraph';
import { listAuditAnchors } from '../app/evidence/list-audit-anchors.ts';
import { verifyCaseChain, type ChainVerdict } from '../app/evidence/verify-chain.ts';
import type { ChainVerdictResolvers, QueryResolvers } from './generated.ts';

export const evidenceQueries = {
  verifyChain: (_, { caseId }, operation) => verifyCaseChain(operation, caseId),
  auditAnchors: (_, request, operation) => listAuditAnchors(operation, request),
} satisfies Partial<QueryResolvers>;

export const chainVerdictFields: FieldsOf<ChainVerdictResolvers, ChainVerdict> = {
  isWhole: ({ firstBreak }) => firstBreak === null,
};
