import type { DeadlineKind } from './deadline-kind.ts';
import { ruleVersions } from './rule-versions.ts';
import type { RuleVersion } from './rule-version.ts';

/** The rule that a term started on that day falls under; a matter older than all rules falls under the first. */
export function ruleFor(
  kind: DeadlineKind,
  on: Temporal.PlainDate,
  rules: readonly RuleVersion[] = ruleVersions,
): RuleVersion {
  const day = on.toString();
  const ofKind = rules.filter((rule) => rule.kind === kind).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const rule = ofKind.findLast(({ validFrom }) => validFrom <= day) ?? ofKind[0];
  if (!rule) throw new RangeError(`no rule for ${kind}`);
  return rule;
}
