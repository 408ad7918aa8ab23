import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCampaignTargets1767225600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table campaign_targets (
        id              uuid not null,
        campaign_id     uuid not null,
        organization_id uuid not null,
        indicator_code  text collate "C" not null,
        baseline        double precision,
        target          double precision not null,
        plan            text not null,
        owner_id        uuid not null,
        set_at          timestamptz(3) not null,
        due_on          date not null,
        constraint pk_campaign_targets primary key (id),
        constraint uq_campaign_targets_campaign_id_organization_id_indicator_code
          unique (campaign_id, organization_id, indicator_code),
        constraint fk_campaign_targets_campaign_id foreign key (campaign_id) references campaigns,
        constraint fk_campaign_targets_organization_id foreign key (organization_id) references organizations,
        constraint fk_campaign_targets_indicator_code foreign key (indicator_code) references indicator_definitions
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaign_targets');
  }
}
