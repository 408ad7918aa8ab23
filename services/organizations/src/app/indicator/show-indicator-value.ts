import { query } from '@onevisit/kernel';
import { shownTo, undefinedIndicator, type IndicatorValue } from '../../domain/indicator-value.ts';
import type { ServiceRead } from '../operation.ts';

/** As much of a value as the viewer may know. */
export const showIndicatorValue = query('indicator:read', async (read: ServiceRead, value: IndicatorValue) => {
  const definition = await read.load.indicatorDefinitions.byCode.load(value.code);
  return definition ? shownTo(read.viewer, definition, value) : undefinedIndicator;
});
