import type { Text } from '@onevisit/subgraph';

export const oneKeyNeeded: Text = {
  zh: '请提供机构标识或机构编码之一。',
  en: 'Give either the id or the code of the organization.',
};
