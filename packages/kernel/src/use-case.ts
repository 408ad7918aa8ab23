import type { DomainEvent } from './event.ts';
import { authorize, isPermitted, type Permission } from './permission.ts';
import type { Result } from './result.ts';
import type { Viewer } from './viewer.ts';

/** What a command may touch while its transaction is open; a service adds its repositories. */
export type Scope = Readonly<{
  viewer: Viewer;
  /** Business time of the act. */
  now: Date;
  newId: () => string;
  emit: (event: DomainEvent) => void;
}>;

/** Ids (and sealed values) of what a command made: enough to read its payload again. */
export type Made = Readonly<Record<string, string | null>>;

/** What a repeated request is recognised by. */
export type Attempt = Readonly<{ verb: string; idempotencyKey: string | null; request: object }>;

/** One GraphQL operation: who asks, and how to open a transaction. */
export type Operation<Tx extends Scope> = Readonly<{
  viewer: Viewer;
  /**
   * Runs the work in one transaction. A refusal rolls everything back, its events and idempotency row included. An
   * attempt that was made before answers what it made then, without doing it again.
   */
  transaction: <Value extends Made, Reason extends string>(
    attempt: Attempt,
    work: (tx: Tx) => Promise<Result<Value, Reason>>,
  ) => Promise<Result<Value, Reason | 'IDEMPOTENCY_KEY_REUSED'>>;
}>;

type Repeatable = Readonly<{ idempotencyKey?: string | null | undefined }>;

/** All that a work may end with; taken as a whole, so that a work may refuse in as many places as it likes. */
type Outcome = Result<Made, string>;
type ValueOf<Ending extends Outcome> = Extract<Ending, { ok: true }>['value'];
type ReasonOf<Ending extends Outcome> = Extract<Ending, { ok: false }>['reason'];

/** A state change: permission first, then one transaction around the work. `verb` is the name of its mutation. */
export const command =
  <Tx extends Scope, Request extends Repeatable, Ending extends Outcome>(
    verb: string,
    permission: Permission,
    work: (tx: Tx, request: Request) => Promise<Ending>,
  ) =>
  async (
    operation: Operation<Tx>,
    request: Request,
  ): Promise<Result<ValueOf<Ending>, ReasonOf<Ending> | 'IDEMPOTENCY_KEY_REUSED'>> => {
    authorize(operation.viewer, permission);
    const attempt = { verb, idempotencyKey: request.idempotencyKey ?? null, request };
    return operation.transaction<ValueOf<Ending>, ReasonOf<Ending>>(attempt, (tx) => work(tx, request));
  };

/** A read: permission first, no transaction. */
export const query =
  <Read extends { readonly viewer: Viewer }, Question, Answer>(
    permission: Permission,
    answer: (read: Read, question: Question) => Promise<Answer>,
  ) =>
  async (read: Read, question: Question): Promise<Answer> => {
    authorize(read.viewer, permission);
    return answer(read, question);
  };

/** A read inside an entity: what the role may not see is null, the same as what does not exist. */
export const nestedQuery =
  <Read extends { readonly viewer: Viewer }, Question, Answer>(
    permission: Permission,
    answer: (read: Read, question: Question) => Promise<Answer>,
  ) =>
  async (read: Read, question: Question): Promise<Answer | null> =>
    isPermitted(read.viewer, permission) ? answer(read, question) : null;
