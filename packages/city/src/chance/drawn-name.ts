import type { Random } from './random.ts';

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
);
const first = Array.from('文明志建国晓雅思静丽海玉春秋雪云天子佳俊宏立德永安景新启承嘉若书清望泽远');
const last = Array.from('华民强军伟芳敏洁婷娜琳超平刚勇辉杰磊涛鹏宁霞燕红英兰梅竹川林波峰山岚舟晴言行宇');

const pick = (syllables: readonly string[], random: Random): string =>
  syllables[Math.floor(random() * syllables.length)] ?? '';

/** 姓名 by syllables: nobody's, though somebody may be called so. */
export const drawnName = (random: Random): string =>
  pick(surnames, random) + (random() < 0.78 ? pick(first, random) : '') + pick(last, random);
