import type { RuleSetDocument } from '../rule-set-document.ts';
import { ruleSet20261 } from './rs-2026-1.ts';

/** 计分规则 of the second half of 2025: linkage and urgent reports were not scored by their indicators yet. */
export const ruleSet20252: RuleSetDocument = {
  ...ruleSet20261,
  version: 'RS-2025-2',
  effectiveFrom: '2025-07-01',
  indicatorItems: ruleSet20261.indicatorItems.filter(({ indicator }) => !['K19', 'K21'].includes(indicator)),
  scoredByIndicatorWhenRated: { REVERSED_ON_REVIEW: 'K13', NOT_EXECUTED: 'K14', EXTRA_VISIT_CAUSED: 'K08' },
};
