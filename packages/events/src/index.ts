export { createEventEngine, type EventEngine, type EventEngineOptions } from './engine.ts';
export { eventEngine, prepareEngine } from './engine-tables.ts';
export { SubscriberAwayError } from './courier.ts';
export type { DeadLetter } from './dead-letters.ts';
export { createConsumer, UnknownEventError, type EventHandler } from './consumer.ts';
export { createDueWorker, DueRowsLeftError, type DueWorker, type DueWorkerOptions } from './due-worker.ts';
export { dueSource, type DueAct, type DueRow, type DueSource } from './due-source.ts';
export { inboxTableSql } from './inbox.ts';
export type { ErrorLog } from './log.ts';
