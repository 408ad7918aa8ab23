import type { IndicatorDefinition } from './indicator-definition.ts';

/**
 * 指标定义, the first version. An item belongs to the period in which it falls due. What was breached stays breached, and
 * terms that the petitioner owns never count.
 */
export const indicatorDefinitions: readonly IndicatorDefinition[] = [
  indicator('K01', {
    name: '及时转送率',
    englishName: 'Timely transfer',
    formula: '期内到期的转送期限中按时转送的比例。',
    englishFormula: 'transfers made in time / transfers due in the period',
  }),
  indicator('K02', {
    name: '及时受理告知率',
    englishName: 'Timely admission',
    formula: '期内到期的受理告知期限中按时告知的比例。',
    englishFormula: 'admission notices given in time / admission notices due in the period',
  }),
  indicator('K03', {
    name: '按期办结率',
    englishName: 'On-time reply',
    formula: '期内到期的办理期限（含延长）中答复意见按期送达的比例；逾期未办结的留在分母。',
    englishFormula: 'replies delivered in time, extensions included / handling terms due in the period',
  }),
  indicator('K04', {
    name: '延期率',
    englishName: 'Extension rate',
    formula: '期内到期的事项中受理后超过 60 日才作出首次答复的比例，不论是否批准延期。',
    englishFormula:
      'first replies later than 60 days after admission, extended or not / handling terms due in the period',
    direction: 'LOWER',
  }),
  indicator('K05', {
    name: '平均办理天数',
    englishName: 'Median days to the end',
    formula: '已办结与未办结事项持续天数的 Kaplan–Meier 中位数。',
    englishFormula: 'Kaplan–Meier median of the days that matters stay open, concluded and open ones alike',
    unit: 'DAYS',
    direction: 'LOWER',
  }),
  indicator('K06', {
    name: '送达率',
    englishName: 'Proof of delivery',
    formula: '期内签发的答复意见中 5 日内送达并有凭证的比例。',
    englishFormula: 'replies delivered with proof within 5 days / replies signed in the period',
  }),
  indicator('K07', {
    name: '听取陈述率',
    englishName: 'Heard',
    formula: '期内到期的申诉求决事项中信访人确认已听取其陈述的比例。',
    englishFormula: 'appeals whose petitioner acknowledges having been heard / appeals due in the period',
  }),
  indicator('K08', {
    name: '最多访一次率',
    englishName: 'One-visit rate',
    formula: '90 日前办结且至少当面来访一次的事项中，因机关原因的来访不超过一次、此后 90 日内同一事项未再来访的比例。',
    englishFormula:
      'matters with at most one attributable visit and no further contact in 90 days / matters with a visit, concluded in the period 90 days earlier',
  }),
  indicator('K09', {
    name: '初信初访一次性化解率',
    englishName: 'First-handling resolution',
    formula: '90 日前首次答复后办结的事项中，意见未被变更或撤销、90 日内未重复信访的比例。',
    englishFormula:
      'first replies neither modified nor revoked and not followed by a repeat in 90 days / matters concluded with a first reply in the period 90 days earlier',
  }),
  indicator('K10', {
    name: '重复信访率',
    englishName: 'Repeat rate',
    formula: '期内重复信访的件次与在办及 24 个月内办结事项数之比；来访目的由信访人自己在回执上选择。',
    englishFormula: 'repeat contacts in the period / matters open, or concluded less than 24 months ago',
    direction: 'LOWER',
    minimumDenominator: 20,
  }),
  indicator('K11', {
    name: '群众参评率',
    englishName: 'Participation',
    formula: '期内可评价的事项中已评价的比例；由平台邀请全部信访人。',
    englishFormula: 'rated matters / matters that could be rated in the period',
  }),
  indicator('K12', {
    name: '参评满意率',
    englishName: 'Satisfaction',
    formula: '过程、态度、时效三项均为基本满意以上的评价比例的 Wilson 95% 下限；结果一项只展示。',
    englishFormula:
      'Wilson 95 % lower bound of the ratings whose process, attitude and timeliness are at least basically satisfied',
    minimumDenominator: 30,
  }),
  indicator('K13', {
    name: '复查复核改变率',
    englishName: 'Reversal rate',
    formula: '复查复核决定中变更和撤销的比例，不予受理的计入分母。',
    englishFormula: 'decisions modified or revoked / reviews and rechecks decided, inadmissible ones included',
    direction: 'LOWER',
    period: 'TRAILING_FOUR_QUARTERS',
    minimumDenominator: 5,
  }),
  indicator('K14', {
    name: '意见执行率',
    englishName: 'Execution',
    formula: '期内到期的执行事项中按期核实完成的比例；有异议的视为未执行。',
    englishFormula: 'execution items verified by their due date / execution items due in the period',
    minimumDenominator: 5,
  }),
  indicator('K15', {
    name: '积案化解率',
    englishName: 'Backlog clearance',
    formula: '期初在册与期内新列的积案中，期末已化解且未反弹的比例；列入满 60 日方可计入。',
    englishFormula: 'cleared and not relapsed by the day of the report / listed at the beginning or during the period',
    period: 'TRAILING_FOUR_QUARTERS',
    minimumDenominator: 5,
  }),
  indicator('K16', {
    name: '不予受理纠正率',
    englishName: 'Wrongful non-admission',
    formula: '抽查的不予受理、导入法定途径、合并等决定中被纠正的比例；由系统抽取，由其他单位复核。',
    englishFormula: 'decisions corrected / decisions not to admit that were drawn for another unit to read',
    direction: 'LOWER',
    minimumDenominator: 5,
  }),
  indicator('K17', {
    name: '初访漏登率',
    englishName: 'Under-registration',
    formula: '上级转来且信访人说明或证明此前已向本地反映的来件中，确认本地未登记的比例。',
    englishFormula:
      'confirmed unregistered contacts / contacts from above whose petitioner says or shows an earlier local one',
    direction: 'LOWER',
    minimumDenominator: 5,
  }),
  indicator('K18', {
    name: '督办回复率',
    englishName: 'Supervision response',
    formula: '到期的督办件中按期回复并经核实的比例。',
    englishFormula: 'responses given in time and verified / supervision orders due',
    period: 'TRAILING_FOUR_QUARTERS',
    minimumDenominator: 3,
  }),
  indicator('K19', {
    name: '联动响应率',
    englishName: 'Linkage response',
    formula: '会办请求中在期限内响应的比例；30 日内有实际办理行为的请求才计入。',
    englishFormula: 'calls answered in time / calls followed by an act on the matter within 30 days',
    minimumDenominator: 5,
  }),
  indicator('K20', {
    name: '调解成功且稳定率',
    englishName: 'Durable mediation',
    formula: '180 日前结束的调解中，协议已履行且 180 日内未重复信访的比例。',
    englishFormula: 'agreements performed with no repeat in 180 days / started mediations that ended 180 days earlier',
    period: 'TRAILING_FOUR_QUARTERS',
    minimumDenominator: 5,
  }),
  indicator('K21', {
    name: '紧急信息及时率',
    englishName: 'Urgent reports in time',
    formula: '紧急信息中 60 分钟内报告市局的比例；知悉时间以最早的痕迹为准，事后发现瞒报的计入分母。',
    englishFormula: 'reports that reached the city within 60 minutes / urgent matters known, concealed ones included',
    period: 'TRAILING_FOUR_QUARTERS',
    minimumDenominator: 3,
  }),
  indicator('K22', {
    name: '建议采纳反馈率',
    englishName: 'Recommendation feedback',
    formula: '到期的三项建议中 30 日内书面反馈的比例。',
    englishFormula: 'written feedback within 30 days / recommendations due',
    minimumDenominator: 3,
  }),
  indicator('K23', {
    name: '人民建议采纳率',
    englishName: 'Suggestions adopted',
    formula: '已答复的人民建议中采纳的比例，部分采纳计一半。',
    englishFormula: '(adopted + half of those adopted in part) / suggestions answered',
    minimumDenominator: 5,
  }),
  indicator('K24', {
    name: '上行信访倒查无责率',
    englishName: 'No-fault share of full-case checks',
    formula: '期内办结的倒查中认定无责的比例；随机抽查的比例并列展示。',
    englishFormula: 'checks that found no fault / checks closed in the period; the rate of the random sample beside it',
    direction: 'SHOWN',
    minimumDenominator: 5,
  }),
  indicator('K25', {
    name: '基层评市局',
    englishName: 'Support rating',
    formula: '县级对市局科室服务的年度评分均值，四舍五入到 0.5；不具名，不与具体请求关联。',
    englishFormula: 'mean of the yearly ratings of a city section by the counties, rounded to 0.5',
    unit: 'POINTS',
    period: 'YEAR',
    minimumDenominator: 7,
  }),
  indicator('K26', {
    name: '关爱首应及时率',
    englishName: 'Care response',
    formula: '困难需求中 2 个工作日内首次回应的比例。',
    englishFormula: 'first responses within 2 working days / care requests',
    minimumDenominator: 5,
  }),
  indicator('K27', {
    name: '撤回率',
    englishName: 'Withdrawal share',
    formula: '期内首次到期的已受理事项中撤回的比例；与按期办结率并列展示。',
    englishFormula: 'matters withdrawn / matters admitted whose first term fell due in the period',
    direction: 'SHOWN',
  }),
];

type Texts = Pick<IndicatorDefinition, 'name' | 'englishName' | 'formula' | 'englishFormula'>;

/** Most indicators are a share by quarter of which more is better, rated from 10 on; the others say what differs. */
function indicator(code: string, differing: Texts & Partial<IndicatorDefinition>): IndicatorDefinition {
  return {
    code,
    version: 1,
    unit: 'SHARE',
    direction: 'HIGHER',
    period: 'QUARTER',
    minimumDenominator: 10,
    ...differing,
  };
}
