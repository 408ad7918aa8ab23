import { isJsonObject, type JsonObject } from '../json-object.ts';
import { lieAt, type Trouble } from './fate.ts';

/** Data as a subgraph might send it that breaks its own schema: gaps, wrong kinds of value, names nobody knows. */
export function withLies(data: unknown, service: string, trouble: Trouble): JsonObject | null {
  if (!isJsonObject(data)) return null;
  if (trouble.lies === 0) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, within(value, service, trouble)]));
}

function within(value: unknown, service: string, trouble: Trouble): unknown {
  if (Array.isArray(value)) return value.map((element) => within(element, service, trouble));
  if (!isJsonObject(value)) return value;
  const told: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const lie = lieAt(trouble, `${service} ${key.replace(plannerName, '')} ${JSON.stringify(member)}`);
    if (key === '__typename') told[key] = lie === 'WRONG' ? 'Unknown' : member;
    else if (lie === 'NONE' || typeof member === 'object' || key === typeAlias)
      told[key] = within(member, service, trouble);
    else if (lie === 'WRONG') told[key] = wrong(member);
    else if (lie === 'NULL' && !keys.has(key)) told[key] = null;
  }
  return told;
}

/** A planner's own name for a field, before the field's. */
const plannerName = /^_fixed_\d+_/;

/** Generated operations ask for types by this name too; executors go by `__typename`. */
const typeAlias = 'kind';

/** Several subgraphs tell these; Apollo's executor takes a null of one for the value of all. */
const keys: ReadonlySet<string> = new Set(['id', 'slug', 'email']);

/** Another kind of leaf. */
function wrong(member: unknown): unknown {
  if (typeof member === 'string') return member.length % 2 === 0 ? 'NOT_KNOWN' : 7;
  if (typeof member === 'number') return member % 2 === 0 ? 'seven' : 0.5;
  if (typeof member === 'boolean') return 'yes';
  return member;
}
