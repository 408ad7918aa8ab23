import { randomInt } from 'node:crypto';
import { hiddenHours, releaseAfter } from '../../domain/anonymous-token.ts';

/** When words that come now are shown: at a full hour, drawn at random. */
export const releaseTime = (now: Date): Date =>
  new Date(releaseAfter(now, randomInt(hiddenHours.least, hiddenHours.most + 1)));
