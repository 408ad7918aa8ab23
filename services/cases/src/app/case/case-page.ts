import type { Page } from '@onevisit/data';
import type { Case } from '../../domain/case.ts';

/** A page of cases, and how many there are in all for who asks that, too. */
export type CasePage = Page<Case> & Readonly<{ count: () => Promise<number | null> }>;
