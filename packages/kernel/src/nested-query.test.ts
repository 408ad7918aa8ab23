import { describe, expect, it } from '@jest/globals';
import { nestedQuery, publicViewer } from './index.ts';

const findCampaign = nestedQuery('campaign:read', async (_read: { viewer: typeof visitor }, code: string) => code);
const visitor = publicViewer();

describe('nestedQuery', () => {
  it('answers a role that has the permission', async () => {
    expect(await findCampaign({ viewer: { ...visitor, roles: ['CLERK'] } }, 'CP-BASE')).toBe('CP-BASE');
  });

  it('is null for a role that lacks it, the same as what does not exist', async () => {
    expect(await findCampaign({ viewer: visitor }, 'CP-BASE')).toBeNull();
  });
});
