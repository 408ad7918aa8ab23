import { oneById } from '@onevisit/data';
import type { IndicatorDefinition } from '../domain/indicator-definition.ts';
import type { Readers } from './index.ts';

export function indicatorDefinitionLoaders({ indicatorDefinitions }: Readers) {
  const byCode = oneById(indicatorDefinitions.byCodes, ({ code }) => code);
  return {
    byCode,
    /** What has been read as a list is not read again. */
    remember: (definitions: readonly IndicatorDefinition[]): readonly IndicatorDefinition[] => {
      for (const definition of definitions) byCode.prime(definition.code, definition);
      return definitions;
    },
  };
}
