import DataLoader from 'dataloader';
import { EntitySchema, In } from 'typeorm';
import { connect, connection, serve } from './subgraph.js';

const InnovationProject = new EntitySchema({
  name: 'InnovationProject',
  tableName: 'innovation_projects',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text' },
    title: { type: 'text' },
    kind: { type: 'text' },
    problemCode: { type: 'text', name: 'problem_code' },
    hypothesis: { type: 'text' },
    organizationId: { type: 'uuid', name: 'organization_id' },
    leadId: { type: 'uuid', name: 'lead_id' },
    campaignId: { type: 'uuid', name: 'campaign_id', nullable: true },
    stage: { type: 'text' },
    proposedAt: { type: 'timestamptz', name: 'proposed_at' },
    version: { type: 'integer' },
  },
});

const source = await connect('onevisit_innovation', [InnovationProject]);
const projects = source.getRepository('InnovationProject');

/** The projects of many parents in one statement, newest first. */
const projectsBy = (parent) =>
  new DataLoader(async (ids) => {
    const rows = await projects.find({
      where: { [parent]: In([...ids]) },
      order: { proposedAt: 'DESC', id: 'DESC' },
    });
    const byParent = Map.groupBy(rows, (row) => row[parent]);
    return ids.map((id) => byParent.get(id) ?? []);
  });

const resolvers = {
  Organization: {
    innovationProjects: async ({ id }, { first }, { loaders }) =>
      connection(await loaders.byOrganization.load(id), first),
  },
  Campaign: {
    innovationProjects: async ({ id }, { first }, { loaders }) => connection(await loaders.byCampaign.load(id), first),
  },
};

await serve('innovation', resolvers, () => ({
  loaders: { byOrganization: projectsBy('organizationId'), byCampaign: projectsBy('campaignId') },
}));
