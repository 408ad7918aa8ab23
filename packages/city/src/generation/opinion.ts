import { drawnInteger } from '../chance/draw.ts';
import { createWheel } from '../chance/wheel.ts';
import type { ClaimDecision, ClaimOutcome, PlannedExecution } from '../history/step.ts';
import { organizationOf } from '../reference/organizations.ts';
import { reviewBodiesOf } from '../reference/review-bodies.ts';
import { legalBasisOf } from '../text/legal-basis.ts';
import {
  drawnRootCause,
  executionText,
  factsAndReasonsText,
  findingText,
  plainSummaryText,
  remedyText,
} from '../text/opinion-text.ts';
import { millisecondsADay } from './city-days.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const outcomes = createWheel<ClaimOutcome>([
  ['SUPPORTED', 0.41],
  ['PARTLY_SUPPORTED', 0.17],
  ['EXPLAINED', 0.19],
  ['NOT_SUPPORTED', 0.23],
]);

/** What is old and still open is what was promised and not done. */
const promisedOutcomes = createWheel<ClaimOutcome>([
  ['SUPPORTED', 0.7],
  ['PARTLY_SUPPORTED', 0.3],
]);

/** 处理意见: what was decided, and what is to be done about it. */
export type Opinion = Readonly<{
  responsibleCode: string;
  decided: readonly ClaimOutcome[];
  items: readonly PlannedExecution[];
  signedAt: number;
}>;

type Dates = Readonly<{ draftedAt: number; signedAt: number }>;

/** 起草、签发. What is supported has something to be done within sixty days. */
export function opinionSigned(
  scene: Scene,
  trail: Trail,
  handler: ReturnType<typeof actor>,
  { draftedAt, signedAt }: Dates,
): Opinion {
  const { random, issueTypeCode, title, claims } = scene;
  const decided = claims.map(() => (scene.isBacklog ? promisedOutcomes : outcomes).draw(random));
  const decisions = decided.map((outcome, at) => decision(scene, outcome, at + 1));
  const items = itemsOf(scene, { responsibleCode: handler.organizationCode, decisions, draftedAt });
  trail.add(draftedAt, {
    kind: 'OPINION_DRAFTED',
    ...handler,
    factsAndReasons: factsAndReasonsText(random, { title, issueTypeCode, outcomes: decided }),
    plainSummary: plainSummaryText(decided),
    rootCause: drawnRootCause(random, issueTypeCode),
    claims: decisions,
    reviewBodyCodes: reviewBodiesOf(organizationOf(handler.organizationCode)),
    remedyHow: remedyText,
    executionItems: items,
  });
  trail.add(signedAt, { kind: 'OPINION_SIGNED', ...actor(scene, handler.organizationCode, 'LEADER') });
  return { responsibleCode: handler.organizationCode, decided, items, signedAt };
}

const decision = ({ random, issueTypeCode }: Scene, outcome: ClaimOutcome, claim: number): ClaimDecision => ({
  claim,
  outcome,
  finding: findingText(random, outcome),
  legalBasis: legalBasisOf(issueTypeCode),
});

type Promised = Readonly<{
  responsibleCode: string;
  decisions: readonly ClaimDecision[];
  draftedAt: number;
}>;

const itemsOf = (scene: Scene, promised: Promised): readonly PlannedExecution[] =>
  promised.decisions
    .filter(({ outcome }) => outcome === 'SUPPORTED' || outcome === 'PARTLY_SUPPORTED')
    .map(({ claim, outcome }, at) => ({
      item: at + 1,
      claim,
      obligorCode: promised.responsibleCode,
      content: executionText(scene.random, scene.issueTypeCode),
      amountFen: outcome === 'SUPPORTED' ? (scene.claims[claim - 1]?.amountFen ?? null) : null,
      dueOn: dayAfter(scene, promised.draftedAt, drawnInteger(scene.random, 25, 60)),
    }));

const dayAfter = ({ city }: Scene, instant: number, count: number): string =>
  city.days.dayAt(instant + count * millisecondsADay).date;
