import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';

/** An operation that a persona can start from. */
export type Example = Readonly<{ title: string; query: string; variables: string }>;

const me: Example = {
  title: 'me',
  query: '# 我是谁\nquery Me {\n  me { displayName post organization { name } }\n}\n',
  variables: '',
};

/**
 * 示例 of a persona: the documents in gateway/examples/<persona>, in the order of their names; each may have variables
 * in a .json file beside it. `me` for who has none yet.
 */
export function examplesOf(persona: string, root = repositoryRoot()): readonly Example[] {
  const folder = join(root, 'gateway', 'examples', persona);
  if (!existsSync(folder)) return [me];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => exampleIn(folder, name));
}

function exampleIn(folder: string, name: string): Example {
  const variables = join(folder, name.replace(/\.graphql$/, '.json'));
  return {
    title: name.replace(/\.graphql$/, ''),
    query: readFileSync(join(folder, name), 'utf8'),
    variables: existsSync(variables) ? readFileSync(variables, 'utf8') : '',
  };
}
