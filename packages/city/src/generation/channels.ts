import type { Random } from '../chance/random.ts';
import { createWheel } from '../chance/wheel.ts';
import type { PetitionChannel, PetitionOrigin } from '../history/petition-history.ts';
import type { ChannelGroup } from './day-weight.ts';

export type DrawnChannel = Readonly<{ channel: PetitionChannel; origin: PetitionOrigin; group: ChannelGroup }>;

const channel = (name: PetitionChannel, origin: PetitionOrigin, group: ChannelGroup): DrawnChannel => ({
  channel: name,
  origin,
  group,
});

const entries = [
  [channel('ONLINE', 'SELF_RECEIVED', 'REMOTE'), 0.38],
  [channel('VISIT', 'SELF_RECEIVED', 'OFFICE'), 0.2],
  [channel('PHONE', 'HOTLINE_12345', 'OFFICE'), 0.14],
  [channel('LETTER', 'SELF_RECEIVED', 'OFFICE'), 0.1],
  [channel('APP', 'SELF_RECEIVED', 'REMOTE'), 0.08],
  [channel('FROM_ABOVE', 'TRANSFERRED_DOWN', 'OFFICE'), 0.06],
  [channel('OUTREACH', 'OUTREACH', 'OFFICE'), 0.02],
  [channel('LEADER_RECEPTION', 'JOINT_RECEPTION', 'OFFICE'), 0.02],
] as const;

const all = createWheel(entries);

const byGroup = {
  REMOTE: createWheel(entries.filter(([{ group }]) => group === 'REMOTE')),
  OFFICE: createWheel(entries.filter(([{ group }]) => group === 'OFFICE')),
} as const;

/** 信访形式, on an ordinary day. */
export const drawnChannel = (random: Random): DrawnChannel => all.draw(random);

/** 信访形式 of one group: which group it is depends on the day. */
export const drawnChannelOf = (random: Random, group: ChannelGroup): DrawnChannel => byGroup[group].draw(random);

export const groupShares: Readonly<Record<ChannelGroup, number>> = {
  REMOTE: byGroup.REMOTE.total,
  OFFICE: byGroup.OFFICE.total,
};

export const isInPerson = (name: PetitionChannel): boolean =>
  name === 'VISIT' || name === 'OUTREACH' || name === 'LEADER_RECEPTION';
