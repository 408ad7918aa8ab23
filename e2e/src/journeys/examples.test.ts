import { beforeAll, describe, expect, it } from '@jest/globals';
import { as, fetchJson, story } from '../kit/index.ts';

type Example = Readonly<{ title: string; query: string; variables: string }>;
type Persona = Readonly<{ name: string; examples: readonly Example[] }>;

let personas: readonly Persona[];

beforeAll(async () => {
  personas = await fetchJson('/explorer/personas');
  // A worklist with something on it, whatever the day of the city's last petition.
  await story.referred();
  await story.registered();
});

/** Fields at the top that hold nothing: null, no row, no edge. */
const emptyFields = (data: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(data)
    .filter(([, value]) => isEmpty(value))
    .map(([name]) => name);

function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'edges' in value && isEmpty(value.edges);
}

describe('the explorer', () => {
  it('knows every persona, each with something to start from', () => {
    expect(personas.map(({ name }) => name)).toEqual([
      'clerk',
      'bureau',
      'handler',
      'leader',
      'chief',
      'director',
      'task-force-lead',
      'supervisor',
      'reviewer',
      'mediator',
      'discipline',
      'analyst',
      'care-officer',
      'innovation-lead',
      'developer',
      'auditor',
    ]);
    expect(personas.filter(({ examples }) => examples.length === 0)).toEqual([]);
  });

  it('offers operations that its personas can run, and that answer something', async () => {
    const faults: unknown[] = [];
    for (const { name, examples } of personas) {
      for (const { title, query, variables } of examples) {
        const { data, errors } = await as(name).ask(query, JSON.parse(variables || '{}'));
        const empty = data === null ? ['everything'] : emptyFields(data);
        if (errors.length > 0 || empty.length > 0) faults.push({ persona: name, title, errors, empty });
      }
    }
    expect(faults).toEqual([]);
  });

  it('answers nobody who is not let in', async () => {
    const { data, errors } = await as(null).ask('{ me { displayName } }');
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([{ me: null }, ['UNAUTHENTICATED']]);
  });
});
