import type { RuleSetDocument } from '../rule-set-document.ts';
import { ruleSet20261 } from './rs-2026-1.ts';

/** 计分规则 under consultation: whether petitioners were heard is to be read from what they acknowledge themselves. */
export const ruleSet20262 = (effectiveFrom: string): RuleSetDocument => ({
  ...ruleSet20261,
  version: 'RS-2026-2',
  effectiveFrom,
  indicatorItems: [
    ...ruleSet20261.indicatorItems,
    {
      indicator: 'K07',
      bands: [
        [0.95, 0],
        [0.85, 2],
        [0, 4],
      ],
    },
  ],
  scoredByIndicatorWhenRated: { ...ruleSet20261.scoredByIndicatorWhenRated, NOT_HEARD: 'K07' },
});
