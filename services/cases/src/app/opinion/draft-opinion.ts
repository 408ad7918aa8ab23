import { fail, ok, type Result } from '@onevisit/kernel';
import { seal } from '@onevisit/vault';
import type { CaseFile, ClaimDecision } from '../../domain/case-file.ts';
import { draftOf, opinionDrafted } from '../../domain/opinion.ts';
import { opinionRefusal, type OpinionRequest } from '../../domain/opinion-request.ts';
import { caseCommand } from '../case/case-command.ts';
import type { ServiceTx } from '../operation.ts';

type Request = OpinionRequest &
  Readonly<{ idempotencyKey: string; caseId: string; expectedVersion?: number | null | undefined }>;

/** 起草处理意见. */
export const draftOpinion = caseCommand(
  'draftOpinion',
  'opinion:draft',
  async (tx, { file, act }, request: Request) => {
    const bodies = await reviewBodyIds(tx, file, request);
    const id = draftOf(file)?.id ?? tx.newId();
    const step = opinionDrafted(file, await draftFrom(tx, file, id, { request, bodies }), act);
    if (!step.ok) return step;
    const refusal = opinionRefusal(request);
    if (refusal) return fail(refusal);
    return bodies.ok ? ok({ step: step.value, made: { opinionId: id } }) : bodies;
  },
);

type Bodies = Result<readonly string[], 'REVIEW_BODY_NOT_FOUND'>;

async function draftFrom(
  tx: ServiceTx,
  { case: subject }: CaseFile,
  id: string,
  { request, bodies }: Readonly<{ request: Request; bodies: Bodies }>,
) {
  const key = await tx.keys.of(subject.id);
  const factsCell = { column: 'handling_opinions.facts_and_reasons_sealed', rowId: id } as const;
  const findingCell = (claimId: string) => ({ column: 'handling_opinions.claims', rowId: `${id}/${claimId}` }) as const;
  return {
    id,
    factsAndReasonsSealed: seal(key, factsCell, request.factsAndReasons),
    plainSummary: request.plainSummary,
    rootCause: request.rootCause ?? null,
    claims: request.claims.map(({ claimId, outcome, finding, legalBasis }): ClaimDecision => ({
      claimId,
      outcome,
      findingSealed: seal(key, findingCell(claimId), finding),
      legalBasis: legalBasis.map(({ law, article, quote }) => ({ law, article, quote: quote ?? null })),
    })),
    reviewBodyIds: bodies.ok ? bodies.value : [],
    remedyHow: request.remedyNotice?.how ?? defaultHow,
  };
}

const defaultHow =
  '对本处理意见不服的，可以自收到本意见书之日起三十日内，持本意见书向上述复查机关书面申请复查，也可以通过网上信访平台提出。';

/** 复查机关 that the notice names: those that are given, else the one above the organization that answers. */
async function reviewBodyIds(tx: ServiceTx, { case: subject }: CaseFile, { remedyNotice }: Request): Promise<Bodies> {
  const own = subject.responsibleOrganizationId ?? '';
  const given = remedyNotice?.reviewBodyIds;
  if (!given) {
    const superiorId = (await tx.directory.organization(own))?.superiorId;
    return superiorId ? ok([superiorId]) : fail('REVIEW_BODY_NOT_FOUND');
  }
  const asked = [...new Set(given)];
  const known = await tx.directory.organizations(asked);
  const below = await tx.directory.subtreeIds(own);
  // Nobody is reviewed by themselves, or by whom they direct.
  const isAnswerable = known.length === asked.length && !asked.some((id) => below.includes(id));
  return isAnswerable ? ok(asked) : fail('REVIEW_BODY_NOT_FOUND');
}
