import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { aServiceWindow } from '../testing/builders.ts';
import { smallTown, smallTownReference } from '../testing/small-town.ts';
import { codesByPage } from '../testing/connection.ts';
import { mountWith } from '../testing/mount.ts';

const { cityBureau, countyBureau, office } = smallTown;
const cityWindow = aServiceWindow({ code: '990100-LETT-W1', organizationId: cityBureau.id });
const countyWindow = aServiceWindow({
  code: '990102-LETT-W1',
  organizationId: countyBureau.id,
  channels: ['VISIT', 'VIDEO'],
  accessibility: ['STEP_FREE'],
  queueEnabled: false,
});
const officeWindow = aServiceWindow({ code: '990102001-LETT-W1', organizationId: office.id });

let mounted: MountedForTest;
const ask = (document: string, variables: Record<string, unknown> = {}) =>
  mounted.as(aViewer('PUBLIC'))(document, variables);

beforeAll(async () => {
  mounted = await mountWith({ ...smallTownReference, serviceWindows: [officeWindow, countyWindow, cityWindow] });
});

afterAll(() => mounted.close());

describe('serviceWindows', () => {
  const pages = (areaCode: string | null) =>
    codesByPage('serviceWindows', (after) =>
      ask(
        `query ($areaCode: ID, $after: String) { serviceWindows(first: 2, after: $after, areaCode: $areaCode) {
          edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
        { areaCode, after },
      ),
    );

  it('come in the order of their codes, page by page', async () => {
    expect(await pages(null)).toEqual([['990100-LETT-W1', '990102-LETT-W1'], ['990102001-LETT-W1']]);
  });

  it('of an area are those of all areas below it, too', async () => {
    expect(await pages('990102')).toEqual([['990102-LETT-W1', '990102001-LETT-W1']]);
  });

  it('tell how to find and use them', async () => {
    const { data } = await ask(`{ organization(code: "990102-LETT") { windows {
      id code name address hours channels accessibility queueEnabled organization { code } } } }`);
    expect(data).toEqual({
      organization: {
        windows: [
          {
            id: countyWindow.id,
            code: '990102-LETT-W1',
            name: '人民来访接待窗口',
            address: '云泽市望川区',
            hours: '工作日 9:00–17:00',
            channels: ['VISIT', 'VIDEO'],
            accessibility: ['STEP_FREE'],
            queueEnabled: false,
            organization: { code: '990102-LETT' },
          },
        ],
      },
    });
  });

  it('are found where another subgraph names one', async () => {
    const { data } = await ask(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on ServiceWindow { code } } }',
      { of: [cityWindow.id, 'none'].map((id) => ({ __typename: 'ServiceWindow', id })) },
    );
    expect(data).toEqual({ _entities: [{ code: '990100-LETT-W1' }, null] });
  });
});
