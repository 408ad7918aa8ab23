import { command, fail, ok, query } from '@onevisit/kernel';
import { jsonHash } from '@onevisit/evidence';
import type { RuleSetDocument } from '../../domain/scoring/rule-set-document.ts';
import { faultsIn } from '../../domain/scoring/rule-set-faults.ts';
import type { ServiceRead, ServiceTx } from '../operation.ts';

/** A rule set has about 6,000 characters. */
const mostCharacters = 100_000;

type Request = Readonly<{ document: string; idempotencyKey: string }>;

/** What is wrong with the text of a rule set, each with its place: what `draftRuleSet` refuses it for. */
export const checkRuleSet = query('rule-set:draft', async (_read: ServiceRead, document: string) =>
  document.length > mostCharacters ? [] : faultsIn(parsed(document)),
);

/** 起草计分规则. The text is kept as data, and never changed. */
export const draftRuleSet = command('draftRuleSet', 'rule-set:draft', async (tx: ServiceTx, request: Request) => {
  if (request.document.length > mostCharacters) return fail('DOCUMENT_TOO_LONG');
  const document = parsed(request.document);
  const [fault] = faultsIn(document);
  if (fault) return fail(fault.code);

  const rules = document as RuleSetDocument;
  const known = await tx.ruleSets.allWhenLocked();
  if (known.some(({ version }) => version === rules.version)) return fail('VERSION_TAKEN');

  const ruleSetId = tx.newId();
  const { version, effectiveFrom } = rules;
  const contentHash = jsonHash(rules);
  await tx.ruleSets.insert({ id: ruleSetId, version, effectiveFrom, document: rules, contentHash, draftedAt: tx.now });
  return ok({ ruleSetId });
});

/** Undefined where it is no JSON at all. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
