import type { PetitionStep } from '../history/step.ts';

type WithoutTime<Step> = Step extends unknown ? Omit<Step, 'at'> : never;

/** The way of one petition: steps as they are drawn. */
export type Trail = Readonly<{
  /** Adds a step at that instant, in milliseconds, and tells it back. */
  add: (instant: number, step: WithoutTime<PetitionStep>) => number;
  /** The steps so far in order of time; of two at the same instant the one added first. */
  steps: (before: number) => readonly PetitionStep[];
}>;

export function createTrail(): Trail {
  const added: PetitionStep[] = [];
  return {
    add: (instant, step) => {
      added.push({ ...step, at: new Date(instant) });
      return instant;
    },
    steps: (before) =>
      added.filter(({ at }) => at.getTime() < before).toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  };
}
