import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { RuleSetOnRecord } from '../domain/rule-set.ts';
import { ruleSetTable } from './rule-set.table.ts';

/** Every rule set with its steps: there are a few in a year. */
export const ruleSetsSql = `
  select ${selected(fieldsOf(ruleSetTable), 'r')}, consultation.at as "consultationOpenedAt",
    consultation.until as "consultationUntil", published.at as "publishedAt", later.starts_on as "supersededFrom"
  from rule_sets r
  left join rule_set_steps consultation on consultation.rule_set_id = r.id and consultation.state = 'CONSULTATION'
  left join rule_set_steps published on published.rule_set_id = r.id and published.state = 'PUBLISHED'
  left join lateral (
    select min(n.effective_from) as starts_on
    from rule_sets n join rule_set_steps s on s.rule_set_id = n.id and s.state = 'PUBLISHED'
    where n.effective_from > r.effective_from and published.at is not null
  ) later on true
`;

const all = statement<RuleSetOnRecord>('rule-sets', `${ruleSetsSql} order by r.effective_from desc, r.version desc`);

const byVersions = statement<RuleSetOnRecord>('rule-sets-by-version', `${ruleSetsSql} where r.version = any($1)`);

const byIds = statement<RuleSetOnRecord>('rule-sets-by-id', `${ruleSetsSql} where r.id = any($1)`);

export const ruleSetReader = ({ rows }: Reader) => ({
  all: () => rows(all, []),
  byVersions: (versions: readonly string[]) => rows(byVersions, [versions]),
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
});
