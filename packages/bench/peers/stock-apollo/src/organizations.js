import DataLoader from 'dataloader';
import { EntitySchema, In } from 'typeorm';
import { connect, connection, inOrder, serve } from './subgraph.js';

const Area = new EntitySchema({
  name: 'Area',
  tableName: 'areas',
  columns: {
    code: { type: 'text', primary: true },
    name: { type: 'text' },
    level: { type: 'text' },
    parentCode: { type: 'text', name: 'parent_code', nullable: true },
    path: { type: 'text', array: true },
    population: { type: 'integer', nullable: true },
  },
});

const Organization = new EntitySchema({
  name: 'Organization',
  tableName: 'organizations',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text' },
    name: { type: 'text' },
    shortName: { type: 'text', name: 'short_name' },
    kind: { type: 'text' },
    level: { type: 'text' },
    areaCode: { type: 'text', name: 'area_code' },
    superiorId: { type: 'uuid', name: 'superior_id', nullable: true },
    isVertical: { type: 'boolean', name: 'is_vertical' },
    functions: { type: 'text', array: true },
    peerGroup: { type: 'text', name: 'peer_group', nullable: true },
    validFrom: { type: 'date', name: 'valid_from' },
    validTo: { type: 'date', name: 'valid_to', nullable: true },
  },
});

const OrganizationArea = new EntitySchema({
  name: 'OrganizationArea',
  tableName: 'organization_areas',
  columns: {
    areaCode: { type: 'text', name: 'area_code', primary: true },
    organizationCode: { type: 'text', name: 'organization_code', primary: true },
    organizationId: { type: 'uuid', name: 'organization_id' },
    kind: { type: 'text' },
  },
});

const TaskForce = new EntitySchema({
  name: 'TaskForce',
  tableName: 'task_forces',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text' },
    name: { type: 'text' },
    mandate: { type: 'text' },
    leadId: { type: 'uuid', name: 'lead_id', nullable: true },
    state: { type: 'text' },
  },
});

const Campaign = new EntitySchema({
  name: 'Campaign',
  tableName: 'campaigns',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text' },
    officialName: { type: 'text', name: 'official_name' },
    workingName: { type: 'text', name: 'working_name' },
    purpose: { type: 'text' },
    publicPledge: { type: 'text', name: 'public_pledge' },
    state: { type: 'text' },
  },
  relations: {
    taskForces: {
      type: 'many-to-many',
      target: 'TaskForce',
      joinTable: {
        name: 'campaign_task_forces',
        joinColumn: { name: 'campaign_id' },
        inverseJoinColumn: { name: 'task_force_id' },
      },
    },
  },
});

const source = await connect('onevisit_organizations', [Area, Organization, OrganizationArea, TaskForce, Campaign]);
const areas = source.getRepository('Area');
const organizations = source.getRepository('Organization');
const campaigns = source.getRepository('Campaign');

const today = () => Temporal.Now.plainDateISO('Asia/Shanghai').toString();

const organizationsOfArea = (code, kind, first) =>
  organizations
    .createQueryBuilder('o')
    .innerJoin('OrganizationArea', 'a', 'a.organizationId = o.id and a.areaCode = :code and a.kind = :kind', {
      code,
      kind,
    })
    .where('o.validFrom <= :day and (o.validTo is null or o.validTo >= :day)', { day: today() })
    .orderBy('a.organizationCode')
    .limit(first + 1)
    .getMany();

const resolvers = {
  Query: {
    area: (_, { code }) => areas.findOneBy({ code }),
    campaigns: async (_, { first }) =>
      connection(await campaigns.find({ order: { code: 'ASC' }, take: first + 1 }), first),
  },
  Area: {
    organizations: async ({ code }, { first, kind }) => connection(await organizationsOfArea(code, kind, first), first),
  },
  Organization: {
    __resolveReference: ({ id }, { loaders }) => loaders.organization.load(id),
    superior: ({ superiorId }, _, { loaders }) => superiorId && loaders.organization.load(superiorId),
  },
  Campaign: { taskForces: ({ id }, _, { loaders }) => loaders.taskForces.load(id) },
  TaskForce: { lead: ({ leadId }) => leadId && { id: leadId } },
};

await serve('organizations', resolvers, () => ({
  loaders: {
    organization: new DataLoader(async (ids) =>
      inOrder(ids, await organizations.findBy({ id: In([...ids]) }), ({ id }) => id),
    ),
    taskForces: new DataLoader(async (ids) => {
      const found = await campaigns.find({ where: { id: In([...ids]) }, relations: { taskForces: true } });
      return inOrder(ids, found, ({ id }) => id).map((campaign) =>
        (campaign?.taskForces ?? []).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      );
    }),
  },
}));
