const errors = 'errors { code message }';
const shown = 'id caseNo status version';

/** One act on a case that answers the case. */
const act = (mutation: string, more = ''): string => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${mutation}(input: $input) { case { ${shown} } ${more} ${errors} } }`;
};

/** The documents of the walk, by the name of their mutation. */
export const documents = {
  openCase: `mutation ($input: OpenCaseInput!) { openCase(input: $input) {
    case { ${shown} claims { id } nextDeadline { kind dueOn } } receipt { receiptNo text } trackingCode ${errors} } }`,
  referCase: act('referCase', 'referral { orderNo }'),
  decideAdmission: act('decideAdmission'),
  deliverNotice: act('deliverNotice'),
  assignHandler: act('assignHandler'),
  recordPetitionerHeard: act('recordPetitionerHeard'),
  draftOpinion: act('draftOpinion', 'opinion { id }'),
  addExecutionItem: act('addExecutionItem', 'executionItem { id }'),
  signOpinion: act('signOpinion', 'opinion { docNo }'),
  recordDelivery: act('recordDelivery'),
  reportExecution: act('reportExecution'),
  verifyExecution: act('verifyExecution'),
  confirmExecution: act('confirmExecution'),
  confirmResult: act('confirmResult', 'confirmation { takesEffectAt }'),
  organization: 'query ($code: ID!) { organization(code: $code) { id name } }',
  me: 'query { me { id displayName } }',
  tracking: `query ($caseNo: ID!) { caseByTracking(caseNo: $caseNo) {
    status statusText overallElapsedDays responsibleOrganization { name }
    deadlines { meaning dueOn state } identityAccessLog { at purpose } timeline(first: 20) { edges { node { at label } } } } }`,
  overview: `query { area(code: "990100") { name organizations(first: 3, kind: PETITION_BUREAU) {
    edges { node { name caseload { open overdue } } } } } }`,
} as const;
