import type { CareKind } from '../../domain/care-request.ts';

/** What a request of the city says, and what was answered at each step. */
export type CareStory = Readonly<{
  kind: CareKind;
  text: string;
  acknowledged: string;
  inAction: string;
  resolved: string;
}>;

/** Stories that many offices know. They name nobody. */
export const careStories: readonly CareStory[] = [
  {
    kind: 'WORKLOAD',
    text: '窗口连续三周只有两人在岗，中午也不能轮换，希望在集中接访日增派一人。',
    acknowledged: '已收到，今天与单位负责人核对近期排班。',
    inAction: '集中接访日由机关科室轮流支援一人，从下周起试行。',
    resolved: '支援排班已固定，中午实行错时轮换。',
  },
  {
    kind: 'WORKLOAD',
    text: '同时承办的复杂事项太多，期限挤在同一周，想请单位帮忙调整分工。',
    acknowledged: '已收到，明天一起梳理手头事项的期限。',
    inAction: '两件需要会办的事项改由科室共同承办，其余期限已重新排定。',
    resolved: '分工调整已在科务会上确认。',
  },
  {
    kind: 'HEALTH',
    text: '长时间接听来电，嗓子和听力都不太好，希望能安排一次体检，也换一副耳机。',
    acknowledged: '已收到，先预约本周的门诊，耳机从库存调换。',
    inAction: '体检安排在周四上午，当天工作由同事代班。',
    resolved: '体检已完成，新耳机已领用，来电岗每两小时轮换一次。',
  },
  {
    kind: 'HEALTH',
    text: '连续处理几件情绪激烈的来访后睡不好觉，想找专业的人聊一聊。',
    acknowledged: '谢谢您愿意说出来，谈话内容不会进入任何考核。',
    inAction: '已联系心理援助热线的咨询师，本周和下周各一次。',
    resolved: '咨询已进行两次，需要时可以随时再约。',
  },
  {
    kind: 'FAMILY',
    text: '老人住院需要陪护，希望两周内能弹性上下班。',
    acknowledged: '已收到，家里的事要紧，今天就同单位商量。',
    inAction: '这两周实行弹性上下班，值班由同事对调。',
    resolved: '弹性安排已执行到位，对调的值班之后补休。',
  },
  {
    kind: 'FAMILY',
    text: '孩子放学比下班早，晚托没有着落，接访日常常接不上孩子。',
    acknowledged: '已收到，正在了解机关晚托班的名额。',
    inAction: '已联系工会的职工子女晚托班，下周一可以入班。',
    resolved: '孩子已入晚托班。',
  },
  {
    kind: 'HOUSING_COMMUTE',
    text: '驻镇办公，单程要倒两趟车，末班车前赶不回来，想申请周转房。',
    acknowledged: '已收到，正在核对周转房的空余情况。',
    inAction: '镇里有一间周转房月底可以腾出，期间先安排拼车。',
    resolved: '周转房已办理入住。',
  },
  {
    kind: 'TRAINING',
    text: '新到窗口，对法定途径分类还不熟，希望能参加一次业务培训。',
    acknowledged: '已收到，近期有一期分类处理培训。',
    inAction: '已报名下一期培训，并请一位老同志带教一个月。',
    resolved: '培训已参加，带教期满。',
  },
  {
    kind: 'TRAINING',
    text: '想系统学习调解方法，准备考调解员资格。',
    acknowledged: '已收到，司法行政部门每季度有一期课程。',
    inAction: '已协调参加下一期课程，学习时间计入工作时间。',
    resolved: '课程已结业。',
  },
  {
    kind: 'SAFETY',
    text: '接待室只有一个出口，遇到争执时心里没底，希望改一改布局。',
    acknowledged: '已收到，本周实地看一次。',
    inAction: '接待台换位，另开侧门，并加装一键求助。',
    resolved: '改造完成，已组织一次演练。',
  },
  {
    kind: 'CAREER',
    text: '在同一岗位已经七年，想了解轮岗的机会。',
    acknowledged: '已收到，先同分管领导谈一次。',
    inAction: '已列入年度轮岗意向，正在征求两个科室的意见。',
    resolved: '轮岗意向已确定，明年年初执行。',
  },
  {
    kind: 'FACILITY',
    text: '接待室空调坏了很久，群众和我们都不好受。',
    acknowledged: '已收到，今天报修。',
    inAction: '维修人员已看过，需要更换压缩机。',
    resolved: '空调已修好，接待室另备两台电扇。',
  },
  {
    kind: 'FACILITY',
    text: '高拍仪老化，扫描一份材料要等好几分钟，群众排队。',
    acknowledged: '已收到，正在核对设备更新计划。',
    inAction: '已从网上信访科调拨一台，新设备列入采购。',
    resolved: '调拨设备已投入使用。',
  },
  {
    kind: 'OTHER',
    text: '想在单位建一个读书角，午休时能换换脑子。',
    acknowledged: '已收到，这个想法很好。',
    inAction: '工会同意出资购书，地点定在二楼走廊。',
    resolved: '读书角已启用。',
  },
];

/** What six townships of one county needed at once. */
export const stormStory: Pick<CareStory, 'kind' | 'text'> = {
  kind: 'FACILITY',
  text: '昨夜暴雨，接待室进水，电脑和档案柜都泡了，急需抽湿设备和临时办公地点。',
};

/** The requester's last words. */
export const closingWords: readonly (string | null)[] = ['已经解决，谢谢。', '谢谢关心，安排得很周到。', null];
