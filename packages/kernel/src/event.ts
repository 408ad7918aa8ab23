/** JSON that carries ids, enum values, codes and times: never identity, never narrative. */
export type EventData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A fact that other subgraphs may want; written in the transaction of the verb that made it. */
export type DomainEvent = Readonly<{
  /** Dotted and versioned: `case.replied.v1`. */
  type: string;
  /** The entity it is about. */
  subjectId: string;
  /** Version of that entity after the fact; a consumer ignores an older one. */
  subjectVersion: number;
  /** The organization that the fact belongs to. */
  organizationId: string | null;
  data: EventData;
}>;

/** A domain event as it travels. */
export type DeliveredEvent = DomainEvent &
  Readonly<{
    id: string;
    source: string;
    /** Business time, ISO 8601. */
    time: string;
    actorOrganizationId: string | null;
  }>;

/** Hands one event to one subscriber; resolves when its effect is committed there. */
export type Deliver = (subscriber: string, event: DeliveredEvent) => Promise<void>;
