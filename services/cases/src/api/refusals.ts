import { commonRefusals, type Refusal } from '@onevisit/subgraph';

const article = (number: string): string => `《信访工作条例》第${number}条`;

/** How every refusal of a mutation of this subgraph is told: what it is, where in the input, and what it rests on. */
export const refusals = {
  ...commonRefusals,
  ACCESS_EXPIRED: {
    zh: '本次查看已过期，请重新说明目的。',
    en: 'This access has expired. State the purpose again.',
    path: ['idempotencyKey'],
  },
  ACCUSATION_NEEDS_SEALED_HANDOVER: {
    zh: '检举控告事项已密封，只能经密封通道移交，不得转送、交办或者受理。',
    en: 'An accusation is sealed: it is handed over through the sealed lane and neither referred nor admitted.',
    ruleRef: article('三十'),
  },
  ALREADY_CONTESTED: { zh: '已对该决定提出过异议。', en: 'This decision was contested before.' },
  ALREADY_CONFIRMED: { zh: '您已认可，正在等待生效。', en: 'You have confirmed; it is waiting to take effect.' },
  ALREADY_REPORTED_BACK: { zh: '该交办事项已反馈。', en: 'The outcome of this assignment was reported back before.' },
  AMOUNT_NOT_VALID: {
    zh: '金额以分为单位，应为整数。',
    en: 'An amount is a whole number of fen.',
    path: ['amountFen'],
  },
  ARBITER_NOT_FOUND: {
    zh: '没有可以裁定管辖的共同上级或者联席会议办公室。',
    en: 'There is no common superior and no joint-conference office to rule on the competence.',
    ruleRef: article('二十四'),
  },
  AREA_NOT_FOUND: { zh: '没有这个行政区划。', en: 'There is no such area.', path: ['areaCode'] },
  CALENDAR_NOT_PUBLISHED: {
    zh: '期限所在年份的工作日历尚未发布。',
    en: 'The work calendar of the year in which the term ends is not published.',
  },
  CLAIM_MISSING: { zh: '每个诉求项都要有处理结果。', en: 'Every claim needs an outcome.', path: ['claims'] },
  CLAIM_NAMED_TWICE: { zh: '同一诉求项出现两次。', en: 'A claim is named twice.', path: ['claims'] },
  CLAIM_NOT_FOUND: { zh: '本事项没有这个诉求项。', en: 'The case has no such claim.', path: ['claimId'] },
  CLAIM_REQUIRED: { zh: '至少填写一个诉求项。', en: 'Enter at least one claim.', path: ['claims'] },
  CLAIM_TEXT_NOT_VALID: {
    zh: '诉求内容应为 1 至 2000 字。',
    en: 'A claim has 1 to 2,000 characters.',
    path: ['claims'],
  },
  CLAIM_WITHOUT_LEGAL_BASIS: {
    zh: '每个诉求项都要写明依据；解释说明的，写明缺少何种依据。',
    en: 'Every claim needs its basis; where it is explained, the basis that is lacking.',
    ruleRef: article('三十二'),
  },
  CLAIM_WITHOUT_OUTCOME: {
    zh: '仍有诉求项没有处理结果。',
    en: 'A claim has no outcome yet.',
    ruleRef: article('三十二'),
  },
  CODE_NOT_VALID: { zh: '编号或者查询码不正确。', en: 'The number or the code is not right.', path: ['trackingCode'] },
  COMPETENCE_RULING_PENDING: {
    zh: '管辖有争议，应由共同上级或者联席会议办公室裁定。',
    en: 'The competence is disputed: the common superior or the joint-conference office has to rule.',
    ruleRef: article('二十四'),
  },
  CONTENT_IDENTIFIES_SOMEBODY: {
    zh: '执行内容中不得出现身份证号、电话等个人信息。',
    en: 'The content must not hold identity or telephone numbers.',
    path: ['content'],
  },
  CONTENT_NOT_VALID: {
    zh: '执行内容应为 1 至 500 字。',
    en: 'The content has 1 to 500 characters.',
    path: ['content'],
  },
  DECIDER_CANNOT_RULE: {
    zh: '作出决定的单位不能裁定对该决定的异议。',
    en: 'Who decided cannot rule on the contest.',
  },
  DELIVERED_BEFORE_ADMITTED: {
    zh: '送达时间早于受理时间。',
    en: 'It cannot have been delivered before the admission.',
    path: ['deliveredAt'],
  },
  DELIVERED_BEFORE_SIGNED: {
    zh: '送达时间早于签发时间。',
    en: 'It cannot have been delivered before it was signed.',
    path: ['deliveredAt'],
  },
  DELIVERED_IN_FUTURE: { zh: '送达时间不能晚于现在。', en: 'The delivery lies in the future.', path: ['deliveredAt'] },
  DOCUMENT_REFERENCE_NOT_VALID: {
    zh: '文号不超过 200 字。',
    en: 'The number of a document has 200 characters at most.',
    path: ['documentReference'],
  },
  DUE_DATE_NOT_VALID: { zh: '执行期限不能早于今天。', en: 'The last day lies in the past.', path: ['dueOn'] },
  DUE_DATE_TOO_LATE: {
    zh: '执行期限最长 60 日。',
    en: 'What is promised is due within 60 days.',
    path: ['dueOn'],
    ruleRef: '产品规则：执行期限不超过 60 日',
  },
  EVIDENCE_REQUIRED: {
    zh: '请填写执行凭据（不超过 500 字）。',
    en: 'Say what shows it, within 500 characters.',
    path: ['evidence'],
  },
  EXECUTION_DUE_TOO_LATE: {
    zh: '有执行事项的期限超过 60 日。',
    en: 'What is promised is due within 60 days of signing.',
    ruleRef: '产品规则：执行期限不超过 60 日',
  },
  EXECUTION_ITEM_NOT_FOUND: {
    zh: '没有这个执行事项。',
    en: 'There is no such execution item.',
    path: ['executionItemId'],
  },
  EXECUTION_NOT_CONFIRMED: {
    zh: '请先逐项确认执行事项。',
    en: 'Confirm each thing that was promised first.',
  },
  EXECUTION_NOT_VERIFIED: {
    zh: '仍有执行事项未经核实。',
    en: 'Something that was promised has not been verified.',
    ruleRef: article('三十二'),
  },
  FINDING_NOT_VALID: { zh: '认定应为 1 至 5000 字。', en: 'A finding has 1 to 5,000 characters.', path: ['claims'] },
  FINDING_REQUIRED: {
    zh: '请写明核实了什么（不超过 1000 字）。',
    en: 'Say what was looked at, within 1,000 characters.',
    path: ['finding'],
  },
  GRADE_ACT_REQUIRED: {
    zh: '此操作需要您本人的行权密码。',
    en: 'This needs your own PIN.',
    ruleRef: '产品规则：行权须用信访人自设密码',
  },
  GROUNDS_REQUIRED: {
    zh: '请说明异议理由（不超过 2000 字）。',
    en: 'Say why it has to be admitted, within 2,000 characters.',
    path: ['grounds'],
  },
  GUIDANCE_REQUIRED: {
    zh: '不予受理的，应写明去向指引（不超过 500 字）。',
    en: 'Where a case is not admitted, say where to go instead, within 500 characters.',
    path: ['guidance'],
    ruleRef: article('二十三'),
  },
  HANDLER_NOT_FOUND: {
    zh: '承办人应为本单位在岗的承办人员。',
    en: 'The handler must be an active handler of this organization.',
    path: ['handlerId'],
  },
  HANDLER_RECUSED: {
    zh: '该工作人员应当回避。',
    en: 'This member of staff is recused.',
    path: ['handlerId'],
    ruleRef: article('二十八'),
  },
  HEARD_BEFORE_REGISTERED: {
    zh: '听取陈述的时间早于登记时间。',
    en: 'The petitioner cannot have been heard before the registration.',
    path: ['at'],
  },
  HEARD_IN_FUTURE: { zh: '时间不能晚于现在。', en: 'The time lies in the future.', path: ['at'] },
  HOP_LIMIT_REACHED: {
    zh: '已转送三次，应由共同上级裁定管辖。',
    en: 'It has been passed on three times: the common superior has to rule.',
    ruleRef: article('二十四'),
  },
  ISSUE_TYPE_NOT_FOUND: {
    zh: '没有这个二级内容分类。',
    en: 'There is no such issue type of the second level.',
    path: ['issueTypeCode'],
  },
  JUSTIFICATION_REQUIRED: {
    zh: '请用一句话说明查看理由（5 至 500 字）。',
    en: 'Say in a sentence why (5 to 500 characters).',
    path: ['justification'],
  },
  LEGAL_BASIS_REQUIRED: {
    zh: '每个诉求项都要写明依据：名称和条款各不超过 200 字，引文不超过 2000 字。',
    en: 'Every claim needs its basis: law and article within 200 characters, a quote within 2,000.',
    path: ['claims'],
    ruleRef: article('三十二'),
  },
  NARRATIVE_NOT_VALID: {
    zh: '主要内容应为 1 至 20000 字。',
    en: 'The narrative has 1 to 20,000 characters.',
    path: ['narrative'],
  },
  NON_ADMISSION_BASIS_REQUIRED: {
    zh: '不予受理应写明依据。',
    en: 'Where a case is not admitted, say on what basis.',
    path: ['legalBasis'],
    ruleRef: article('二十三'),
  },
  NON_ADMISSION_REASON_REQUIRED: {
    zh: '不予受理应写明理由。',
    en: 'Where a case is not admitted, say for which reason.',
    path: ['reasonCode'],
    ruleRef: article('二十三'),
  },
  NOTHING_TO_REVOKE: { zh: '没有可以撤回的认可。', en: 'There is no confirmation to take back.' },
  NOTICE_ALREADY_DELIVERED: { zh: '受理告知书已送达。', en: 'The notice has already been delivered.' },
  NOT_ASSIGNED_TO_THE_ORGANIZATION: {
    zh: '本事项未交办给本单位，无须反馈。',
    en: 'The case was not assigned to this organization, so there is nothing to report back.',
    ruleRef: article('二十二'),
  },
  NOT_A_BUREAU: {
    zh: '只有信访部门可以转送、交办。',
    en: 'Only a petition bureau passes a case on.',
    ruleRef: article('二十二'),
  },
  NOT_A_SUBORDINATE: {
    zh: '只能转给本单位的下级单位。',
    en: 'It can only be passed down to an organization below this one.',
    path: ['toOrganizationId'],
    ruleRef: article('二十三'),
  },
  NOT_THE_HANDLER: { zh: '只有本事项的承办人可以操作。', en: 'Only the handler of the case may do this.' },
  NOT_THE_OBLIGOR: { zh: '只有执行单位可以报告。', en: 'Only the obliged organization reports.' },
  NOT_THE_REFERRING_ORGANIZATION: {
    zh: '异议由转送、交办的单位核实。',
    en: 'An objection is ruled on by whoever passed the case on.',
    ruleRef: article('二十三'),
  },
  NOT_THE_RULING_ORGANIZATION: {
    zh: '管辖由共同上级或者联席会议办公室裁定。',
    en: 'The common superior or the joint-conference office rules on the competence.',
    ruleRef: article('二十四'),
  },
  NOT_THE_RESPONSIBLE_ORGANIZATION: {
    zh: '只有责任单位可以操作。',
    en: 'Only the responsible organization may do this.',
  },
  OBJECTION_ALREADY_RULED: {
    zh: '对本次转送已提出过异议。',
    en: 'An objection to this referral was raised before.',
    ruleRef: article('二十三'),
  },
  OBJECTION_TOO_LATE: {
    zh: '异议应在收到转送、交办之日起五个工作日内提出。',
    en: 'An objection is raised within five working days of the referral.',
    ruleRef: article('二十三'),
  },
  OPINION_MISSING: { zh: '尚无待签发的处理意见。', en: 'There is no draft to sign.' },
  ORGANIZATION_DEPARTMENT_NOT_VALID: {
    zh: '该单位不是有相应干部管理权限的组织部门，或者应当回避。',
    en: 'This is no organization department with authority over these cadres, or it is too near the accused.',
    path: ['organizationDepartmentId'],
    ruleRef: article('三十'),
  },
  ORGANIZATION_DEPARTMENT_REQUIRED: {
    zh: '涉及干部的，应当同时通报组织部门。',
    en: 'Where it is about cadres, the organization department is told, too.',
    path: ['organizationDepartmentId'],
    ruleRef: article('三十'),
  },
  ORGANIZATION_NOT_COMPETENT: {
    zh: '职责清单未列明该单位负责此类事项；确有职责的，请说明理由。',
    en: 'The competence list does not name this organization; if it is competent all the same, say why.',
    path: ['toOrganizationId'],
    ruleRef: article('二十二'),
  },
  ORGANIZATION_NOT_FOUND: { zh: '没有这个单位。', en: 'There is no such organization.', path: ['toOrganizationId'] },
  ORGANIZATION_NO_LONGER_VALID: {
    zh: '该单位已撤销或者合并，请转送承继单位。',
    en: 'This organization no longer exists; pass the case to its successor.',
    path: ['toOrganizationId'],
    ruleRef: article('二十四'),
  },
  PARTY_NOT_FOUND: { zh: '本事项没有这位当事人。', en: 'The case has no such party.', path: ['partyId'] },
  PARTY_NOT_VALID: {
    zh: '请填写信访人姓名或者名称（每项不超过 200 字）；申诉求决不能匿名。',
    en: 'Enter the name (200 characters at most); an appeal cannot be anonymous.',
    path: ['parties'],
  },
  PARTY_REQUIRED: {
    zh: '申诉求决至少填写一位信访人。',
    en: 'An appeal has at least one petitioner.',
    path: ['parties'],
  },
  PARTY_SIZE_NOT_VALID: {
    zh: '人数应为整数，不少于所填信访人数。',
    en: 'The number of people is a whole number, and no less than those named.',
    path: ['partySize'],
  },
  PETITIONER_NOT_HEARD: {
    zh: '尚未听取信访人陈述：须有签字笔录或者录音录像，或者在三个不同日期以两种以上方式联系未果。',
    en: 'The petitioner has not been heard: it takes a signed record, a recording, or attempts on three days in two ways.',
    ruleRef: article('三十一'),
  },
  PIN_TOO_SIMPLE: {
    zh: '密码应为 6 位数字，且不能过于简单。',
    en: 'A PIN has 6 digits, and no plain row.',
    path: ['pin'],
  },
  PLAIN_SUMMARY_NOT_VALID: {
    zh: '通俗说明应为 1 至 300 字。',
    en: 'The plain summary has 1 to 300 characters.',
    path: ['plainSummary'],
  },
  PROOF_REQUIRED: {
    zh: '请填写送达凭证（不超过 200 字）。',
    en: 'Say what proves the delivery, within 200 characters.',
    path: ['proofReference'],
  },
  PROPOSED_ORGANIZATION_NOT_VALID: {
    zh: '请写明有权处理的其他单位；村（居）民委员会和已撤销的单位除外。',
    en: 'Name another organization that is competent: no village committee, and none that no longer exists.',
    path: ['proposedOrganizationId'],
    ruleRef: article('二十三'),
  },
  REASON_REQUIRED: {
    zh: '请说明理由（不超过 2000 字）。',
    en: 'Say why, within 2,000 characters.',
    path: ['reason'],
  },
  RECEIVED_BEFORE_DELIVERED: {
    zh: '收到时间早于送达时间。',
    en: 'It cannot have been received before it was delivered.',
    path: ['receivedAt'],
  },
  RECEIVED_IN_FUTURE: { zh: '收到时间不能晚于现在。', en: 'The receipt lies in the future.', path: ['receivedAt'] },
  REFERRAL_IS_FINAL: {
    zh: '该转送依据管辖裁定，不得再提出异议或者转下级。',
    en: 'This referral follows a ruling on competence: it is neither objected to nor passed down.',
    ruleRef: article('二十四'),
  },
  RECIPIENT_FORBIDDEN: {
    zh: '不得移交被检举控告单位、其上级、下级或者应当回避人员所在单位。',
    en: 'It is never handed to the accused, to whoever is above or below them, nor to where somebody recused works.',
    path: ['toOrganizationId'],
    ruleRef: article('三十'),
  },
  RECIPIENT_NOT_COMPETENT: {
    zh: '该单位对被检举控告对象没有管辖权。',
    en: 'This organ has no authority over the accused.',
    path: ['toOrganizationId'],
    ruleRef: article('三十'),
  },
  REFERENCE_NOT_VALID: {
    zh: '笔录、录音录像编号不超过 200 字。',
    en: 'The number of a record or a recording has 200 characters at most.',
    path: ['acknowledgementReference'],
  },
  REMEDY_NOTICE_INCOMPLETE: {
    zh: '救济告知应写明复查机关和途径。',
    en: 'The remedy notice names who may be asked for a review, and how.',
    ruleRef: article('三十五'),
  },
  REMEDY_NOTICE_NOT_VALID: {
    zh: '救济途径不超过 500 字，复查机关不超过 5 个。',
    en: 'The remedy notice has 500 characters and five review bodies at most.',
    path: ['remedyNotice'],
  },
  REPORT_BACK_DATE_NOT_VALID: {
    zh: '反馈期限应晚于今天。',
    en: 'The last day to report back is after today.',
    path: ['reportBackDueOn'],
  },
  RESPONDENT_CANNOT_ANSWER: {
    zh: '反映该单位自身行为、拒绝或者拖延的，应由其上级答复。',
    en: 'What is said of its own conduct is for its superior to answer.',
    path: ['toOrganizationId'],
    ruleRef: article('三十'),
  },
  RESULT_NOT_VALID: {
    zh: '办理结果应为 1 至 5000 字。',
    en: 'What came of it has 1 to 5,000 characters.',
    path: ['result'],
  },
  REVIEWER_REQUIRED: {
    zh: '不予受理须经本单位另一人审核。',
    en: 'A second person of the organization has to look at it before a case is not admitted.',
    path: ['secondPersonId'],
    ruleRef: '产品规则：不予受理须经两人审核',
  },
  REVIEW_BODY_NOT_FOUND: { zh: '没有这个复查机关。', en: 'There is no such review body.', path: ['remedyNotice'] },
  SECOND_PERSON_REQUIRED: {
    zh: '查询码公示须经本单位另一人批准。',
    en: 'Posting on the tracking page needs a second person of the organization.',
    path: ['secondPersonId'],
    ruleRef: article('二十三'),
  },
  SUMMARY_IDENTIFIES_SOMEBODY: {
    zh: '概况中不得出现身份证号、电话等个人信息。',
    en: 'The summary must not hold identity or telephone numbers.',
    path: ['summary'],
  },
  SUMMARY_NOT_VALID: { zh: '概况（摘要）长度不符合要求。', en: 'The summary is empty or too long.', path: ['summary'] },
  SUMMARY_REQUIRED: {
    zh: '已听取的，请记录陈述摘要。',
    en: 'Where the petitioner was heard, say what was said.',
    path: ['summary'],
  },
  SUPERVISION_NOT_FOUND: {
    zh: '没有可以受理异议的信访部门。',
    en: 'There is no petition bureau to take the contest.',
  },
  SUPPORTED_CLAIM_WITHOUT_EXECUTION_ITEM: {
    zh: '予以支持的诉求项至少要有一个执行事项。',
    en: 'Every supported claim has at least one execution item.',
    ruleRef: article('三十二'),
  },
  TEXT_NOT_VALID: {
    zh: '事实和理由应为 1 至 20000 字。',
    en: 'Facts and reasons have 1 to 20,000 characters.',
    path: ['factsAndReasons'],
  },
  TITLE_IDENTIFIES_SOMEBODY: {
    zh: '标题中不得出现身份证号、电话等个人信息。',
    en: 'The title must not hold identity or telephone numbers.',
    path: ['title'],
  },
  TITLE_NOT_VALID: { zh: '标题应为 1 至 100 字。', en: 'The title has 1 to 100 characters.', path: ['title'] },
  TOO_MANY_CLAIMS: { zh: '诉求项最多 10 个。', en: 'There are at most 10 claims.', path: ['claims'] },
  TOO_MANY_REPRESENTATIVES: {
    zh: '多人反映共同事项的，代表不得超过 5 人。',
    en: 'A joint petition has at most five representatives.',
    path: ['parties'],
    ruleRef: article('二十'),
  },
  TOO_SOON_AFTER_STAFF_CONTACT: {
    zh: '工作人员联系您或者查看您的信息后 24 小时内不接受认可，请稍后再试。',
    en: 'No confirmation is taken within 24 hours of any contact with staff. Try again later.',
    ruleRef: '产品规则：认可须在联系 24 小时之后',
  },
  USE_OBJECTION: {
    zh: '转送、交办的事项不属于本单位职责的，应提出异议，不得不予受理。',
    en: 'Who is not competent for what was referred raises an objection, and sends nobody away.',
    path: ['reasonCode'],
    ruleRef: article('二十三'),
  },
  VERIFIER_IS_OBLIGOR: {
    zh: '执行单位不能核实自己的执行。',
    en: 'Who owes it cannot verify it.',
    ruleRef: article('三十二'),
  },
  VILLAGE_COMMITTEE_NOT_RESPONSIBLE: {
    zh: '村（居）民委员会不是责任单位。',
    en: 'A village committee is never the responsible organization.',
    path: ['toOrganizationId'],
  },
  WINDOW_NOT_FOUND: { zh: '没有这个接待窗口。', en: 'There is no such window.', path: ['windowId'] },
  WITNESSES_REQUIRED: {
    zh: '见证人应填写姓名，并来自本单位以外的机关、单位；留置、委托送达须有两名。',
    en: 'Witnesses have a name and come from outside; leaving or entrusting it takes two.',
    path: ['witnesses'],
  },
} as const satisfies Record<string, Refusal>;

/** The same refusal at another place of the input. */
export const at = (refusal: Refusal, ...path: readonly string[]): Refusal => ({ ...refusal, path });
