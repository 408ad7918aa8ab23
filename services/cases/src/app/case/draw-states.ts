import { stateDiagram } from '../../domain/state-diagram.ts';
import { transitions } from '../../domain/transition.ts';

const row = ({ row: number, verb, from, to, actors }: (typeof transitions)[number]): string =>
  `| ${[number, verb, from?.join(', ') ?? '–', to ?? 'same', actors.join(', ')].join(' | ')} |`;

/** docs/cases-state-machine.md, whole: nothing in it is written by hand. */
export const statesPage = (): string => `# The life of a petition (办理流转)

Drawn from \`services/cases/src/domain/transition.ts\` by \`npm run draw-states --workspace @onevisit/cases\`; a test
compares this page with the table. What a step demands beside the state is in the rule of its verb.

\`\`\`mermaid
${stateDiagram()}
\`\`\`

Rows that move nothing are not drawn. SYSTEM is what happens by itself: a term that ran out, the last item verified.

<!-- prettier-ignore -->
| Row | Verb | From | To | Who |
| --- | --- | --- | --- | --- |
${transitions.map(row).join('\n')}
`;
