import type { DomainEvent } from '@onevisit/kernel';
import type { RuleSet } from './rule-set.ts';

export const ruleSetPublished = ({ id, version, effectiveFrom, contentHash }: RuleSet): DomainEvent => ({
  type: 'ruleSet.published.v1',
  subjectId: id,
  subjectVersion: 1,
  organizationId: null,
  data: { version, effectiveFrom, contentHash },
});
