import type { CaseStatus } from './case.ts';
import { transitions, type Transition } from './transition.ts';

/** 办理流转图: the table of transitions as a Mermaid state diagram; rows that move nothing are not drawn. */
export function stateDiagram(rows: readonly Transition[] = transitions): string {
  const edges = new Map<string, Set<string>>();
  for (const { from, to, row } of rows) {
    for (const [start, end] of edgesOf(from, to)) {
      const edge = `${start} --> ${end}`;
      edges.set(edge, (edges.get(edge) ?? new Set()).add(row));
    }
  }
  const lines = [...edges].map(([edge, names]) => `  ${edge}: ${[...names].join(' ')}`);
  return ['stateDiagram-v2', ...lines].join('\n');
}

const edgesOf = (
  from: readonly CaseStatus[] | null,
  to: CaseStatus | null,
): readonly (readonly [CaseStatus | '[*]', CaseStatus])[] =>
  to === null ? [] : (from ?? (['[*]'] as const)).map((start) => [start, to] as const);
