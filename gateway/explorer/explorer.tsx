import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { createFetcher, type Asking } from './fetcher.ts';
import { PersonaBar } from './persona-bar.tsx';
import type { Persona } from './personas.ts';

const visitor: Persona = { name: '', title: '公众（未登录）', organizationCode: '', examples: [] };

/** GraphiQL with a bar above it that says who asks. */
export function Explorer({ personas }: Readonly<{ personas: readonly Persona[] }>) {
  const [asking, setAsking] = useState<Asking>(() => ({
    persona: personas[0]?.name ?? '',
    organizationCode: '',
    language: 'zh-CN',
    petitionerToken: '',
  }));
  const fetcher = useMemo(() => createFetcher(asking), [asking]);
  const persona = personas.find(({ name }) => name === asking.persona) ?? visitor;
  const storage = storageFor(persona.name);
  return (
    <div className="explorer">
      <PersonaBar personas={[...personas, visitor]} asking={asking} onChange={setAsking} />
      <div className="explorer-editor">
        <GraphiQL
          key={persona.name}
          fetcher={fetcher}
          storage={storage}
          defaultTabs={persona.examples.map(({ query, variables }) => ({ query, variables }))}
          {...firstVariables(persona, storage)}
          isHeadersEditorEnabled={false}
          defaultEditorToolsVisibility="variables"
        />
      </div>
    </div>
  );
}

/** GraphiQL shows the variables of a tab when one comes back to it, and those of the first tab only when told. */
function firstVariables({ examples: [first] }: Persona, storage: Pick<Storage, 'getItem'>) {
  return first && storage.getItem('graphiql:variables') === null ? { initialVariables: first.variables } : {};
}

/** Every persona keeps tabs of its own. */
function storageFor(persona: string) {
  const key = (name: string): string => `${persona}:${name}`;
  return {
    getItem: (name: string) => localStorage.getItem(key(name)),
    setItem: (name: string, value: string) => localStorage.setItem(key(name), value),
    removeItem: (name: string) => localStorage.removeItem(key(name)),
    clear: () => {
      for (const name of Object.keys(localStorage)) if (name.startsWith(`${persona}:`)) localStorage.removeItem(name);
    },
    get length() {
      return localStorage.length;
    },
  };
}
