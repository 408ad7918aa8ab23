/** 专班状态. */
export type TaskForceState = 'FORMING' | 'ACTIVE' | 'CLOSING' | 'CLOSED';

/** 专班内设小组. */
export type TaskForceSection = Readonly<{ name: string; duty: string }>;

/** 专班. */
export type TaskForce = Readonly<{
  id: string;
  version: number;
  code: string;
  name: string;
  mandate: string;
  /** 专班负责人: a member of staff. */
  leadId: string | null;
  sections: readonly TaskForceSection[];
  startsOn: string;
  endsOn: string | null;
  state: TaskForceState;
}>;
