export { drawnNormal } from './chance/draw.ts';
export { createRandom, defaultSeed, seedFor, type Random } from './chance/random.ts';
export { areaByCode, areas, cityCode, cityName, townshipsOf, type Area, type CityLevel } from './reference/area.ts';
export { campaignByCode, campaigns, type Campaign } from './reference/campaign.ts';
export { cityFunctions, functionByCode, type CityFunction } from './reference/city-function.ts';
export { competences, type Competence } from './reference/competence.ts';
export { counties, type County } from './reference/county.ts';
export type { InnovationProject } from './reference/innovation-project.ts';
export { innovationProjectByCode, innovationProjects } from './reference/innovation-projects.ts';
export type { IssueType, LegalRoute } from './reference/issue-type.ts';
export { branches, issueTypeByCode, issueTypes, matters } from './reference/issue-types.ts';
export { leadershipPosts, type LeadershipPost } from './reference/leadership-post.ts';
export { mediationRooms, type MediationRoom } from './reference/mediation-room.ts';
export type { Organization, OrganizationKind, PeerGroup } from './reference/organization.ts';
export { organizationByCode, organizationOf, organizations } from './reference/organizations.ts';
export {
  personaAt,
  personaByName,
  personaNames,
  personas,
  type Persona,
  type PersonaName,
} from './reference/persona.ts';
export { practiceByCode, practices, type Practice } from './reference/practice.ts';
export { programmes, type Programme } from './reference/programme.ts';
export {
  serviceWindowByOrganization,
  serviceWindows,
  type ServiceWindow,
  type WindowAccessibility,
  type WindowChannel,
} from './reference/service-window.ts';
export type { Staff } from './reference/staff.ts';
export { staff, staffByCode, staffOf } from './reference/staff-list.ts';
export { taskForceByCode, taskForces, type TaskForce } from './reference/task-force.ts';
export { citySizes, type CityRequest, type CitySize, type CityStages } from './generation/city-size.ts';
export { generatePetitions } from './generation/generate-petitions.ts';
export type {
  PetitionCategory,
  PetitionChannel,
  PetitionClaim,
  PetitionContact,
  PetitionHistory,
  PetitionOrigin,
  PetitionParty,
} from './history/petition-history.ts';
export type {
  ClaimDecision,
  ClaimOutcome,
  ConclusionKind,
  DeliveryMethod,
  EndingStep,
  HandlingStep,
  LaterStep,
  LegalCitation,
  PetitionStep,
  PlannedExecution,
  RatingLevel,
  ReviewDefect,
  ReviewLevel,
  RootCause,
  RoutingStep,
} from './history/step.ts';
