/** What a project refers to and another subgraph owns: a campaign by its id, an issue type by its code. */
export type ReferenceKind = 'CAMPAIGN' | 'ISSUE_TYPE';

export type Reference = Readonly<{ kind: ReferenceKind; key: string }>;

/** Our own copy of an organization: until when it is in force, YYYY-MM-DD. */
export type Organization = Readonly<{ id: string; validTo: string | null }>;

/** Our own copy of a member of staff. */
export type StaffMember = Readonly<{ id: string; isActive: boolean }>;

/** Something that another subgraph tells more about. */
export type WithId = Readonly<{ id: string }>;
export type WithCode = Readonly<{ code: string }>;
