import type { LegalCitation } from '../history/step.ts';

const cite = (law: string, article: string): LegalCitation => ({ law, article, quote: null });

/** The rule that every opinion rests on. */
export const petitionRegulation = cite('信访工作条例', '第三十二条');

/** The law that a matter is decided by, where one article says it. */
const ofMatter: Readonly<Record<string, LegalCitation>> = {
  A1: cite('劳动合同法', '第三十条'),
  A2: cite('保障农民工工资支付条例', '第三条'),
  A3: cite('工伤保险条例', '第十七条'),
  A4: cite('社会保险法', '第十条'),
  A5: cite('劳动合同法', '第四十六条'),
  A6: cite('就业促进法', '第五十二条'),
  B1: cite('土地管理法', '第四十八条'),
  B2: cite('土地管理法', '第四十七条'),
  B3: cite('土地管理法', '第六十二条'),
  B4: cite('土地管理法', '第十四条'),
  B5: cite('土地复垦条例', '第三条'),
  B6: cite('不动产登记暂行条例', '第二十条'),
  C1: cite('民法典', '第五百七十七条'),
  C2: cite('建设工程质量管理条例', '第四十一条'),
  C3: cite('民法典', '第九百四十二条'),
  C4: cite('国有土地上房屋征收与补偿条例', '第十七条'),
  C5: cite('民法典', '第二百七十八条'),
  C6: cite('民法典', '第二百八十一条'),
  C7: cite('城乡规划法', '第六十四条'),
  D1: cite('农村土地承包法', '第三十六条'),
  D2: cite('农业法', '第三十七条'),
  D3: cite('村民委员会组织法', '第三十条'),
  D4: cite('民法典', '第二百六十五条'),
  D5: cite('农田水利条例', '第十八条'),
  D6: cite('森林法', '第二十二条'),
  E1: cite('噪声污染防治法', '第四十三条'),
  E2: cite('大气污染防治法', '第八十条'),
  E3: cite('水污染防治法', '第十条'),
  E4: cite('大气污染防治法', '第八十一条'),
  E5: cite('固体废物污染环境防治法', '第五条'),
  F1: cite('义务教育法', '第十二条'),
  F2: cite('民法典', '第五百六十三条'),
  F3: cite('教师法', '第二十五条'),
  F4: cite('未成年人保护法', '第三十五条'),
  F5: cite('公共文化服务保障法', '第十五条'),
  G1: cite('医疗纠纷预防和处理条例', '第二十二条'),
  G2: cite('社会保险法', '第二十八条'),
  G3: cite('基本医疗卫生与健康促进法', '第五十五条'),
  G4: cite('基本医疗卫生与健康促进法', '第十五条'),
  H1: cite('公路法', '第三十五条'),
  H3: cite('网络预约出租汽车经营服务管理暂行办法', '第十六条'),
  H4: cite('道路交通安全法', '第三十三条'),
  H5: cite('道路交通安全法', '第二十九条'),
  I1: cite('社会救助暂行办法', '第九条'),
  I2: cite('老年人权益保障法', '第三十七条'),
  I3: cite('残疾人保障法', '第四十六条'),
  I4: cite('退役军人保障法', '第三条'),
  I5: cite('殡葬管理条例', '第二条'),
  J1: cite('消费者权益保护法', '第三十九条'),
  J2: cite('消费者权益保护法', '第五十三条'),
  J3: cite('防范和处置非法集资条例', '第二十五条'),
  J4: cite('企业国有资产法', '第四十一条'),
  J5: cite('优化营商环境条例', '第三十一条'),
  K3: cite('行政复议法', '第十一条'),
  K5: cite('行政处罚法', '第五条'),
  M3: cite('政府信息公开条例', '第三十三条'),
  N1: cite('城市供水条例', '第二十二条'),
  N4: cite('电力法', '第二十八条'),
};

/** 依据: the matter's own law, where there is one, and the regulation. */
export const legalBasisOf = (issueTypeCode: string): readonly LegalCitation[] => {
  const own = ofMatter[issueTypeCode];
  return own ? [own, petitionRegulation] : [petitionRegulation];
};
