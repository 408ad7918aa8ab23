/** 攻坚战状态. */
export type CampaignState = 'PLANNED' | 'ACTIVE' | 'REVIEW' | 'CLOSED';

/** 攻坚战. */
export type Campaign = Readonly<{
  id: string;
  version: number;
  code: string;
  officialName: string;
  workingName: string;
  purpose: string;
  publicPledge: string;
  startsOn: string;
  endsOn: string | null;
  state: CampaignState;
}>;

/** Which task force carries which campaign. */
export type CampaignTaskForce = Readonly<{ campaignId: string; taskForceId: string }>;
