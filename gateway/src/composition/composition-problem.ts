import type { Text } from '@onevisit/subgraph';
import { getLocation, type GraphQLError } from 'graphql';

/** Why schemas do not fit together, and where to look. */
export type CompositionProblem = Readonly<{
  /** Apollo's code of the fault: `INVALID_FIELD_SHARING`. */
  code: string;
  message: string;
  /** What to do about it, for the faults that occur most. */
  hint: Text | null;
  /** `services/cases/schema/case.graphql:12:3`, as far as it is known. */
  places: readonly string[];
}>;

export function compositionProblem(error: GraphQLError): CompositionProblem {
  const code = typeof error.extensions['code'] === 'string' ? error.extensions['code'] : 'UNKNOWN';
  return { code, message: error.message, hint: hints[code] ?? null, places: [...new Set(placesOf(error))] };
}

/** One problem as a person reads it. */
export const printedProblem = ({ code, message, hint, places }: CompositionProblem): string =>
  [
    `${code}: ${message}`,
    ...places.map((place) => `  ${place}`),
    ...(hint ? [`  ${hint.zh}`, `  ${hint.en}`] : []),
  ].join('\n');

const placesOf = ({ nodes }: GraphQLError): string[] =>
  (nodes ?? []).flatMap(({ loc }) => {
    if (!loc) return [];
    const { line, column } = getLocation(loc.source, loc.start);
    return [`${loc.source.name}:${line}:${column}`];
  });

const hints: Readonly<Record<string, Text>> = {
  INVALID_GRAPHQL: {
    zh: '该子图的 SDL 本身有误，先在所示位置改正。',
    en: 'The SDL of that subgraph is not valid by itself. Correct it where shown.',
  },
  INVALID_FIELD_SHARING: {
    zh: '同一字段由多个子图提供：只留一个，或在每处加 @shareable。',
    en: 'Several subgraphs provide this field. Keep one, or mark it @shareable in each.',
  },
  SATISFIABILITY_ERROR: {
    zh: '从某些入口无法取到该字段：给实体补上对方能解析的 @key。',
    en: 'The field cannot be reached from some entries. Give the entity a @key that the other side resolves.',
  },
  FIELD_TYPE_MISMATCH: {
    zh: '同一字段在各子图中的类型必须一致。',
    en: 'A field must have the same type in every subgraph.',
  },
  EXTERNAL_UNUSED: {
    zh: '@external 字段没有被 @requires、@provides 或 @key 使用，删除即可。',
    en: 'No @requires, @provides or @key uses this @external field. Delete it.',
  },
  KEY_INVALID_FIELDS: {
    zh: '@key 指向了不存在或不适合作键的字段。',
    en: 'The @key names a field that does not exist or cannot be a key.',
  },
  INVALID_LINK_DIRECTIVE_USAGE: {
    zh: '@link 的版本或导入名有误，请与其他子图保持一致。',
    en: 'The version or an import of @link is wrong. Write it as the other subgraphs do.',
  },
  UNSUPPORTED_LINKED_FEATURE: {
    zh: '网关不支持该指令（@authenticated、@requiresScopes、@policy 不可用），权限写在动词里。',
    en: 'The gateway cannot load this directive (@authenticated, @requiresScopes, @policy). Permissions belong to verbs.',
  },
};
