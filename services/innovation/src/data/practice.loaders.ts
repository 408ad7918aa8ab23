import { manyByParent, oneById, perArguments } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { PracticeSlice } from './practice.reader.ts';
import type { Readers } from './index.ts';

export const practiceLoaders = ({ practices }: Readers) => ({
  practiceById: oneById(
    async (ids) => practices.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  practicesOfIssueType: perArguments((slice: PracticeSlice) =>
    manyByParent(
      async (codes) => practices.ofIssueTypes(slice, codes),
      ({ issueTypeCode }) => issueTypeCode,
    ),
  ),
});
