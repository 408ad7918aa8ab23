export { authorize, ForbiddenError, isPermitted, permissions, type Permission } from './permission.ts';
export { command, nestedQuery, query, type Attempt, type Made, type Operation, type Scope } from './use-case.ts';
export type { Deliver, DeliveredEvent, DomainEvent, EventData } from './event.ts';
export type { Clock } from './clock.ts';
export type { Message, Notify } from './message.ts';
export { fail, ok, type Result } from './result.ts';
export {
  hasRole,
  isPublic,
  publicViewer,
  systemViewer,
  type CapabilityGrade,
  type Language,
  type Viewer,
} from './viewer.ts';
export { idAt, isId, newId, seededId } from './id.ts';
export { staffRoles, type Role, type StaffRole } from './role.ts';
export { compactText, drawnCharacters, readCharacters, type RandomBytes } from './crockford.ts';
