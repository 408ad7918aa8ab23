import { randomUUID } from 'node:crypto';
import { documents } from './documents.ts';
import { accepted, at, type Answer, type Ask, type GraphClient } from './graph-client.ts';

/** What happens around the graph: the clock, and what reaches the petitioner's telephone. */
export type World = Readonly<{
  graph: GraphClient;
  /** Moves the business clock and waits for what falls due. */
  wait: (duration: string) => Promise<Date>;
  /** The business time, once everything that is due has been handled. */
  now: () => Promise<Date>;
  /** The set-up token in the message that the petitioner got. */
  setupTokenFor: (caseNo: string) => string;
  setPin: (input: Readonly<{ caseNo: string; trackingCode: string; setupToken: string; pin: string }>) => Promise<void>;
  tell: (who: string, what: string) => void;
}>;

const unitCode = '990102-HRSS';
const pin = '480617';

/** One petition from the window to the petitioner's own confirmation, step by step, as people would live it. */
export async function walkPetition(world: World): Promise<void> {
  const petition = await receive(world);
  await refer(world, petition);
  await handle(world, petition);
  await execute(world, petition);
  await confirm(world, petition);
  await show(world, petition);
}

type Petition = { caseId: string; caseNo: string; claimId: string; trackingCode: string; executionItemId: string };

const key = (): string => randomUUID();

/** Sends one mutation and answers its payload. */
async function done(ask: Ask, mutation: keyof typeof documents, input: object): Promise<Answer> {
  return accepted(await ask(documents[mutation], { input: { idempotencyKey: key(), ...input } }), mutation);
}

async function receive({ graph, tell }: World): Promise<Petition> {
  const payload = await done(graph.as('clerk'), 'openCase', {
    channel: 'VISIT',
    category: 'APPEAL',
    issueTypeCode: 'A1',
    areaCode: '990102001',
    title: '反映某制鞋企业拖欠三个月工资',
    summary: '来访人反映所在企业自三月起未发工资',
    narrative: '我在青禾桥街道一家制鞋厂上班，三月到五月的工资一直没有发。厂里说资金紧张，让我们“再等等”。',
    claims: [{ text: '支付拖欠的三个月工资', amountFen: '1860000' }],
    parties: [{ name: '示例甲', phone: '19900000000', address: '青禾桥街道示例路 1 号', contactPreference: 'SMS' }],
  });
  const opened = payload['case'] as Readonly<{ claims: readonly { id: string }[]; nextDeadline: { dueOn: string } }>;
  const caseNo = at(payload, 'case.caseNo');
  tell(
    '窗口接待员',
    `登记了 ${caseNo}，打印回执 ${at(payload, 'receipt.receiptNo')} 和查询码；须在 ${opened.nextDeadline.dueOn} 前转送。`,
  );
  return {
    caseId: at(payload, 'case.id'),
    caseNo,
    claimId: opened.claims[0]?.id ?? '',
    trackingCode: at(payload, 'trackingCode'),
    executionItemId: '',
  };
}

async function refer({ graph, tell }: World, { caseId }: Petition): Promise<void> {
  const unit = await graph.as('bureau')(documents.organization, { code: unitCode });
  const payload = await done(graph.as('bureau'), 'referCase', {
    caseId,
    toOrganizationId: at(unit, 'organization.id'),
  });
  tell('信访局', `转送${at(unit, 'organization.name')}，转送单 ${at(payload, 'referral.orderNo')}。`);
}

async function handle({ graph, now, tell }: World, petition: Petition): Promise<void> {
  const { caseId, claimId } = petition;
  const handler = graph.as('handler');
  const leader = graph.as('leader');
  await done(handler, 'decideAdmission', { caseId, decision: 'ADMIT' });
  await done(handler, 'deliverNotice', { caseId, method: 'DIRECT', proofReference: '送达回证 1' });
  tell('承办单位', '决定受理，当面送达受理告知书；六十日办理期限开始。');
  const me = await handler(documents.me);
  await done(leader, 'assignHandler', { caseId, handlerId: at(me, 'me.id') });
  tell('单位负责人', `确定承办人 ${at(me, 'me.displayName')}。`);
  await done(handler, 'recordPetitionerHeard', {
    caseId,
    outcome: 'HEARD',
    mode: 'FACE',
    summary: '信访人陈述：企业自三月起未发工资，有考勤记录。',
    acknowledgementReference: '签字笔录 1',
  });
  tell('承办人', '当面听取陈述，信访人在笔录上签字。');
  await done(handler, 'draftOpinion', {
    caseId,
    factsAndReasons: '经查阅考勤和银行流水，企业拖欠三个月工资属实。',
    plainSummary: '您反映的拖欠工资属实，企业应当在限期内付清。',
    rootCause: 'CONTRACT_PERFORMANCE',
    claims: [
      {
        claimId,
        outcome: 'SUPPORTED',
        finding: '拖欠属实，予以支持。',
        legalBasis: [{ law: '《中华人民共和国劳动法》', article: '第五十条' }],
      },
    ],
  });
  const unit = await handler(documents.organization, { code: unitCode });
  const promised = await done(handler, 'addExecutionItem', {
    caseId,
    claimId,
    obligorOrganizationId: at(unit, 'organization.id'),
    content: '督促企业付清三个月工资',
    amountFen: '1860000',
    dueOn: daysAfter(await now(), 20),
  });
  petition.executionItemId = at(promised, 'executionItem.id');
  tell('承办人', '起草处理意见：诉求予以支持，写明依据和执行事项。');
  const signed = await done(leader, 'signOpinion', { caseId });
  tell('单位负责人', `签发信访处理意见书 ${at(signed, 'opinion.docNo')}。`);
  await done(handler, 'recordDelivery', { caseId, method: 'DIRECT', proofReference: '送达回证 2' });
  tell('承办人', '当面送达意见书；信访人可在三十日内申请复查。');
}

async function execute({ graph, tell }: World, { executionItemId }: Petition): Promise<void> {
  await done(graph.as('handler'), 'reportExecution', { executionItemId, evidence: '银行转账凭证 1' });
  tell('承办单位', '报告：工资已付清。');
  await done(graph.as('supervisor'), 'verifyExecution', { executionItemId, isDone: true, finding: '核对银行到账记录' });
  tell('督查专员', '由另一单位核实：属实。');
}

async function confirm({ graph, wait, setupTokenFor, setPin, tell }: World, petition: Petition): Promise<void> {
  const { caseId, caseNo, trackingCode, executionItemId } = petition;
  await setPin({ caseNo, trackingCode, setupToken: setupTokenFor(caseNo), pin });
  tell('信访人', '用发到自己手机上的口令设置行权密码，不经过工作人员。');
  await wait('P2D');
  const petitioner = await graph.asPetitioner({ caseNo, trackingCode, pin });
  await done(petitioner, 'confirmExecution', { executionItemId, isDone: true });
  const confirmed = await done(petitioner, 'confirmResult', { caseId });
  tell('信访人', `确认执行，认可结果；${shanghai(at(confirmed, 'confirmation.takesEffectAt'))} 生效，之前可以撤回。`);
  const now = await wait('P3D');
  tell('时钟', `三天过去了：${shanghai(now.toISOString())}。`);
}

async function show({ graph, tell }: World, { caseNo, trackingCode }: Petition): Promise<void> {
  const petitioner = await graph.asPetitioner({ caseNo, trackingCode, pin });
  const answer = await petitioner(documents.tracking, { caseNo });
  const view = answer['caseByTracking'] as Readonly<{
    statusText: string;
    overallElapsedDays: number;
    timeline: { edges: readonly { node: { at: string; label: string } }[] };
  }>;
  tell('信访人查询', `${view.statusText} 全程 ${view.overallElapsedDays} 天：`);
  for (const { node } of view.timeline.edges.toReversed()) tell('', `  ${shanghai(node.at)}  ${node.label}`);
}

const shanghai = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

const daysAfter = (start: Date, days: number): string =>
  Temporal.Instant.fromEpochMilliseconds(start.getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .add({ days })
    .toString();
