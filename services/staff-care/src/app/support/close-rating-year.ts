import { dueSource, type DueSource } from '@onevisit/events';
import { supportRatingAggregated } from '../../domain/support-rating.events.ts';
import { ratingsOf } from '../../domain/support-rating.ts';
import type { AutomaticGround, ServiceTx } from '../operation.ts';

/** With the end of a year its ratings are counted, where enough counties have rated, and destroyed. */
export const closingRatingYears = ({ read, frame }: AutomaticGround): DueSource =>
  dueSource({
    name: 'support-rating-years',
    due: read.support.yearsToClose,
    frame,
    locked: async (tx: ServiceTx, id) => {
      const year = await tx.supportRatings.lockedOrSkip(id);
      return year && { year, dueAt: year.closesAt };
    },
    isWaiting: ({ year }) => year.closedAt === null,
    act: async (tx, { year }) => {
      const ratings = ratingsOf(year.year, await tx.supportRatings.levelsOf(year.year));
      await tx.supportRatings.close(year, { ...year, closedAt: tx.now }, ratings);
      for (const rating of ratings) tx.emit(supportRatingAggregated(rating));
    },
  });
