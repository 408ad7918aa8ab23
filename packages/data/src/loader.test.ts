import { describe, expect, it } from '@jest/globals';
import { groupBy } from './group-by.ts';
import { manyByParent, oneById, perArguments } from './loader.ts';

type Child = Readonly<{ id: string; parentId: string }>;
const children: readonly Child[] = [
  { id: 'b', parentId: '1' },
  { id: 'a', parentId: '1' },
  { id: 'c', parentId: '2' },
];

/** Notes what it is asked for. */
const aRead = () => {
  const asked: (readonly string[])[] = [];
  const read = async (ids: readonly string[]) => {
    asked.push(ids);
    return children;
  };
  return { asked, read };
};

describe('oneById', () => {
  it('reads all of one tick in one statement, each once', async () => {
    const { asked, read } = aRead();
    const loader = oneById(read, ({ id }) => id);
    const loaded = await Promise.all(['c', 'none', 'a', 'c'].map((id) => loader.load(id)));
    expect(loaded).toEqual([children[2], null, children[1], children[2]]);
    expect(asked).toEqual([['c', 'none', 'a']]);
  });
});

describe('manyByParent', () => {
  it('gives each parent its children in the order that they were read', async () => {
    const { asked, read } = aRead();
    const loader = manyByParent(read, ({ parentId }) => parentId);
    const loaded = await Promise.all(['2', '3', '1'].map((id) => loader.load(id)));
    expect(loaded).toEqual([[children[2]], [], [children[0], children[1]]]);
    expect(asked).toHaveLength(1);
  });
});

describe('perArguments', () => {
  it('makes one loader for each set of arguments', () => {
    const loaderOf = perArguments((given: { first: number }) => ({ given }));
    expect(loaderOf({ first: 2 })).toBe(loaderOf({ first: 2 }));
    expect(loaderOf({ first: 2 })).not.toBe(loaderOf({ first: 5 }));
  });
});

describe('groupBy', () => {
  it('keeps the order of groups and of their members', () => {
    expect([...groupBy(children, ({ parentId }) => parentId)]).toEqual([
      ['1', [children[0], children[1]]],
      ['2', [children[2]]],
    ]);
  });
});
