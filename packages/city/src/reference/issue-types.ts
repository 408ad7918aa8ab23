import type { IssueType, LegalRoute } from './issue-type.ts';

type Own = Readonly<{ lead?: string; also?: readonly string[]; routes?: readonly LegalRoute[] }>;
type Row = readonly [code: string, name: string, englishName: string, own?: Own];

/** A branch (一级分类) with its matters (二级分类); what a matter does not say is as in its branch. */
function branch(head: readonly [string, string, string], lead: string, share: number, rows: readonly Row[]) {
  const [code, name, englishName] = head;
  const top: IssueType = {
    code,
    name,
    englishName,
    parentCode: null,
    leadFunction: lead,
    otherFunctions: [],
    legalRoutes: [],
    share,
  };
  const matters = rows.map(([ownCode, ownName, ownEnglishName, own]): IssueType => ({
    code: ownCode,
    name: ownName,
    englishName: ownEnglishName,
    parentCode: code,
    leadFunction: own?.lead ?? lead,
    otherFunctions: own?.also ?? [],
    legalRoutes: own?.routes ?? [],
    share: null,
  }));
  return [top, ...matters];
}

/** 内容分类: 15 branches and their matters. */
export const issueTypes: readonly IssueType[] = [
  ...branch(['A', '劳动和社会保障', 'Labour and social security'], 'HRSS', 0.14, [
    ['A1', '拖欠工资', 'Wage arrears', { routes: ['LABOR_ARBITRATION', 'STATUTORY_DUTY'] }],
    ['A2', '农民工工资', 'Wages of migrant workers', { also: ['HOUS'], routes: ['STATUTORY_DUTY'] }],
    ['A3', '工伤', 'Work injury', { also: ['EMRG'], routes: ['ADMIN_CONFIRMATION'] }],
    ['A4', '养老保险', 'Pension insurance', { also: ['FINA'] }],
    ['A5', '劳动合同', 'Labour contracts', { routes: ['LABOR_ARBITRATION'] }],
    ['A6', '就业', 'Employment'],
  ]),
  ...branch(['B', '自然资源', 'Land requisition and natural resources'], 'NRES', 0.11, [
    ['B1', '征地补偿', 'Compensation for requisitioned land', { also: ['HOUS'], routes: ['ADMIN_RECONSIDERATION'] }],
    ['B2', '征地程序', 'Procedure of land requisition', { also: ['JUST'] }],
    ['B3', '宅基地', 'Homestead', { also: ['HOUS', 'AGRI'] }],
    ['B4', '土地权属', 'Title to land', { also: ['AGRI'], routes: ['ADMIN_ADJUDICATION'] }],
    ['B5', '矿产', 'Mining', { also: ['EMRG'] }],
    ['B6', '不动产登记', 'Registration of real estate', { also: ['HOUS'] }],
  ]),
  ...branch(['C', '城乡建设·房产', 'Housing and property'], 'HOUS', 0.18, [
    ['C1', '商品房逾期交付', 'Late delivery of new homes', { routes: ['LITIGATION'] }],
    ['C2', '房屋质量', 'Quality of homes'],
    ['C3', '物业服务', 'Property management', { also: ['MKTR'] }],
    ['C4', '房屋征收', 'Expropriation of homes', { routes: ['ADMIN_RECONSIDERATION'] }],
    ['C5', '老旧小区', 'Renewal of old estates'],
    ['C6', '公积金/维修资金', 'Housing and maintenance funds', { also: ['FINA'] }],
    ['C7', '违法建设', 'Illegal building', { lead: 'UMGT', also: ['HOUS'] }],
  ]),
  ...branch(['D', '农村农业', 'Agriculture and village affairs'], 'AGRI', 0.1, [
    ['D1', '土地承包流转', 'Contracting and transfer of land', { routes: ['OTHER_ARBITRATION'] }],
    ['D2', '惠农补贴', 'Farm subsidies', { also: ['FINA', 'HOUS'] }],
    ['D3', '村务公开', 'Openness of village affairs', { also: ['CIVA'] }],
    ['D4', '集体资产', 'Collective assets', { also: ['FINA'] }],
    ['D5', '农田水利', 'Irrigation', { lead: 'WATR', also: ['AGRI'] }],
    ['D6', '林权', 'Forest rights', { lead: 'FORE' }],
  ]),
  ...branch(['E', '环境保护', 'Environment'], 'ECOL', 0.06, [
    ['E1', '噪声', 'Noise', { also: ['HOUS', 'UMGT', 'PSEC'] }],
    ['E2', '异味废气', 'Smells and exhaust', { also: ['INDT'] }],
    ['E3', '水污染', 'Water pollution', { also: ['WATR'] }],
    ['E4', '油烟', 'Cooking fumes', { lead: 'UMGT', also: ['ECOL'] }],
    ['E5', '固废', 'Solid waste', { also: ['HOUS', 'UMGT'] }],
  ]),
  ...branch(['F', '教育文体', 'Education and culture'], 'EDUC', 0.06, [
    ['F1', '入学学位', 'School places'],
    ['F2', '校外培训退费', 'Refunds by tutoring schools', { also: ['MKTR'] }],
    ['F3', '教师待遇', "Teachers' pay", { also: ['FINA'] }],
    ['F4', '校园安全', 'Safety at school', { also: ['PSEC'] }],
    ['F5', '文体设施', 'Facilities of culture and sport', { lead: 'CULT', also: ['HOUS'] }],
  ]),
  ...branch(['G', '卫生健康·医保', 'Healthcare and insurance'], 'HLTH', 0.06, [
    ['G1', '医疗纠纷', 'Medical disputes', { routes: ['LITIGATION'] }],
    ['G2', '医保报销', 'Reimbursement', { lead: 'MSEC' }],
    ['G3', '村医待遇', 'Pay of village doctors', { also: ['FINA'] }],
    ['G4', '公共卫生', 'Public health'],
  ]),
  ...branch(['H', '交通运输', 'Traffic and transport'], 'TRAN', 0.05, [
    ['H1', '道路修建', 'Roads', { also: ['HOUS'] }],
    ['H2', '公交', 'Buses'],
    ['H3', '出租网约车', 'Taxis and ride hailing'],
    ['H4', '停车', 'Parking', { lead: 'UMGT', also: ['HOUS'] }],
    ['H5', '道路安全', 'Road safety', { lead: 'PSEC', also: ['TRAN'] }],
  ]),
  ...branch(['I', '民政·退役军人', 'Civil affairs and veterans'], 'CIVA', 0.05, [
    ['I1', '低保救助', 'Relief', { also: ['HOUS'] }],
    ['I2', '养老服务', 'Care of the elderly', { also: ['HOUS'] }],
    ['I3', '残疾人', 'People with disabilities', { also: ['HRSS'] }],
    ['I4', '优抚安置', 'Veterans', { lead: 'VETS', also: ['HRSS'] }],
    ['I5', '殡葬', 'Funerals'],
  ]),
  ...branch(['J', '经济管理·市场', 'Market and finance'], 'MKTR', 0.07, [
    ['J1', '消费维权', 'Consumer rights', { also: ['HOUS'] }],
    ['J2', '预付卡', 'Prepaid cards', { lead: 'COMM', also: ['MKTR'] }],
    ['J3', '非法集资', 'Illegal fundraising', { lead: 'FREG', routes: ['POLICE_PROCEDURE'] }],
    ['J4', '企业改制', 'Reform of state-owned enterprises', { lead: 'SASA', also: ['INDT'] }],
    ['J5', '涉企服务', 'Services for enterprises', { also: ['DEVR', 'INDT', 'HOUS'] }],
  ]),
  ...branch(['K', '政法·涉法涉诉', 'Law and litigation'], 'PLAC', 0.05, [
    ['K1', '不服裁判', 'Judgments contested', { routes: ['LITIGATION'] }],
    ['K2', '执行难', 'Enforcement of judgments'],
    ['K3', '公安执法', 'Policing', { also: ['PSEC'], routes: ['ADMIN_RECONSIDERATION'] }],
    ['K4', '检察', 'Prosecution'],
    ['K5', '行政执法', 'Administrative enforcement', { lead: 'JUST', also: ['UMGT', 'MKTR'] }],
  ]),
  ...branch(['X', '纪检监察', 'Accusations'], 'DISC', 0.02, [
    ['X1', '干部作风', 'Conduct of officials'],
    ['X2', '侵占挪用', 'Misappropriation'],
    ['X3', '渎职失职', 'Dereliction of duty'],
    ['X4', '村干部问题', 'Village officials'],
  ]),
  ...branch(['M', '党务政务·组织人事', 'Party and administration'], 'LETT', 0.02, [
    ['M1', '机关作风', 'Conduct of public bodies'],
    ['M2', '干部人事', 'Personnel of public bodies', { lead: 'ORGD' }],
    ['M3', '政府信息公开', 'Disclosure of government information', { also: ['JUST'], routes: ['INFO_DISCLOSURE'] }],
    ['M4', '历史遗留', 'Matters inherited from the past'],
  ]),
  ...branch(['N', '水利·公用事业', 'Utilities'], 'UMGT', 0.02, [
    ['N1', '供水', 'Water supply', { also: ['HOUS', 'WATR'] }],
    ['N2', '供热', 'Heating', { also: ['HOUS'] }],
    ['N3', '燃气', 'Gas', { also: ['HOUS', 'EMRG'] }],
    ['N4', '供电', 'Electricity', { also: ['DEVR'] }],
    ['N5', '排水', 'Drainage', { also: ['HOUS', 'WATR'] }],
  ]),
  ...branch(['Z', '其他', 'Other'], 'LETT', 0.01, [['Z9', '其他', 'Other']]),
];

export const issueTypeByCode: ReadonlyMap<string, IssueType> = new Map(issueTypes.map((type) => [type.code, type]));

/** Branches, in the order of the taxonomy. */
export const branches: readonly IssueType[] = issueTypes.filter(({ parentCode }) => parentCode === null);

/** Matters of all branches. */
export const matters: readonly IssueType[] = issueTypes.filter(({ parentCode }) => parentCode !== null);
