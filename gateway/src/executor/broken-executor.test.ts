import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { GraphQLEnumType } from 'graphql';
import type { JsonObject } from './json-object.ts';
import type { Write } from './shape/written.ts';
import type { EqualityReport } from './testing/equality.ts';

const seeds = Array.from({ length: 30 }, (_, at) => at);

/** The equality suite over an executor of which one part is broken. */
async function withBroken(path: string, part: object): Promise<EqualityReport> {
  const reports: EqualityReport[] = [];
  await jest.isolateModulesAsync(async () => {
    jest.doMock(path, () => part);
    const { compareExecutors } = await import('./testing/equality.ts');
    reports.push(await compareExecutors(seeds));
  });
  const [report] = reports;
  if (!report) throw new Error('the suite did not run');
  return report;
}

describe('the equality suite', () => {
  afterEach(() => {
    jest.resetModules();
  });

  it('fails an executor that lets null stand where it must bubble', async () => {
    const { different } = await withBroken('./shape/null-bubbling.ts', { neverNull: (write: Write) => write });
    expect(different.length).toBeGreaterThan(0);
  });

  it('fails an executor that takes representations with one id for one', async () => {
    const { different } = await withBroken('./representation-key.ts', {
      representationKey: ({ __typename: type, id, slug }: JsonObject) => `${String(type)} ${String(id ?? slug)}`,
    });
    expect(different.length).toBeGreaterThan(0);
  });

  it('fails an executor that lets any enum value out', async () => {
    const { different } = await withBroken('./shape/enum-texts.ts', {
      enumTexts: (_type: GraphQLEnumType) => ({ get: (value: unknown) => JSON.stringify(value) }),
    });
    expect(different.length).toBeGreaterThan(0);
  });
});
