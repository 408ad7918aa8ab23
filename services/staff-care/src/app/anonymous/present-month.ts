import { localDate } from '@onevisit/calendar';

/** `2026-04`, in Shanghai. */
export const presentMonth = (now: Date): string => localDate(now).toPlainYearMonth().toString();
