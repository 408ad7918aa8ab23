import type { RoutingStep } from '@onevisit/city';
import { admitted } from '../../domain/admission.ts';
import type { DeliveryMethod } from '../../domain/case-file.ts';
import { noticeDelivered } from '../../domain/delivery.ts';
import { referred } from '../../domain/referral.ts';
import type { Chapter } from '../../domain/replay.ts';
import { expectation, staffChapter, type Teller, type Telling } from './teller.ts';

type StepOf<Kind extends RoutingStep['kind']> = Extract<RoutingStep, { kind: Kind }>;

const referral = (teller: Teller, step: StepOf<'REFERRED'>): Chapter =>
  staffChapter(teller, step.referralKind === 'ASSIGNMENT' ? 'assignCase' : 'referCase', step, (file, act) => {
    const { directory } = teller;
    const { referralKind: kind, toCode, legalBasis, reportBackDueOn } = step;
    return referred(
      file,
      {
        kind,
        orderNo: teller.number('ORDER', act.at),
        legalBasis,
        reportBackDueOn,
        overrideReason: null,
        reason: null,
      },
      act,
      {
        from: directory.organization(step.organizationCode),
        to: directory.organization(toCode),
        competences: directory.competencesOf(toCode),
        superiorIds: directory.superiorIds(toCode),
      },
    );
  });

const admission = (teller: Teller, step: StepOf<'ADMITTED'>): Chapter =>
  staffChapter(teller, 'decideAdmission', step, (file, act) =>
    admitted(file, { noticeNo: teller.number('NOTICE', act.at), legalBasis: step.legalBasis, reason: null }, act),
  );

const notice = (teller: Teller, step: StepOf<'NOTICE_DELIVERED'>): Chapter =>
  staffChapter(teller, 'deliverNotice', step, (file, act) =>
    noticeDelivered(
      file,
      {
        id: act.newId(),
        method: step.method,
        proofReference: noticeProofs[step.method],
        witnessesSealed: null,
        witnessOrganizationIds: [],
        secondPersonId: null,
        deliveredAt: step.deliveredAt,
        reason: null,
      },
      act,
    ),
  );

const noticeProofs: Readonly<Record<DeliveryMethod, string>> = {
  DIRECT: '受理告知书送达回证（本人签收）',
  POST: '受理告知书挂号信收据',
  ELECTRONIC: '受理告知书电子送达记录',
  LEAVE: '受理告知书留置送达记录',
  ENTRUST: '受理告知书委托送达回证',
  TRACKING_PAGE: '受理告知书查询页公示记录',
};

/** 受理与转送. */
export const routing: Telling<RoutingStep> = {
  REFERRED: (teller, step) => [referral(teller, step)],
  ADMITTED: (teller, step) => [admission(teller, step)],
  DEEMED_ADMITTED: (_, step) => [
    expectation(
      step,
      ({ admission: decided }) =>
        decided?.decision === 'DEEMED_ADMIT' && decided.decidedAt.getTime() === step.at.getTime(),
    ),
  ],
  NOTICE_DELIVERED: (teller, step) => [notice(teller, step)],
};
