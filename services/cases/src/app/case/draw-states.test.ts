import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { transitions } from '../../domain/transition.ts';
import { stateDiagram } from '../../domain/state-diagram.ts';
import { statesPage } from './draw-states.ts';

describe('docs/cases-state-machine.md', () => {
  it('is what the table of transitions says', () => {
    const page = readFileSync(new URL('../../../../../docs/cases-state-machine.md', import.meta.url), 'utf8');
    expect(page).toBe(statesPage());
  });

  it('draws every row that moves the case, and no other edge', () => {
    const drawn = stateDiagram().split('\n').slice(1);
    const moving = transitions.flatMap(({ from, to }) =>
      to === null ? [] : (from ?? ['[*]']).map((start) => `${start} --> ${to}`),
    );
    expect(drawn.map((line) => line.trim().split(':')[0])).toEqual([...new Set(moving)]);
  });
});
