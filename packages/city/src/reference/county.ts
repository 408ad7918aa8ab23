/** 县级行政区. */
export type County = Readonly<{
  code: string;
  name: string;
  kind: 'DISTRICT' | 'COUNTY_LEVEL_CITY' | 'COUNTY' | 'NEW_AREA';
  population: number;
  /** In the order of their codes, 001 first. */
  townships: readonly string[];
  /** Branches of matters that are more frequent there than elsewhere, and how much. */
  emphasis: Readonly<Record<string, number>>;
}>;

const names = (list: string): readonly string[] => list.split(' ');

/** The eight counties of the city, the city centre first. */
export const counties: readonly County[] = [
  {
    code: '990102',
    name: '望川区',
    kind: 'DISTRICT',
    population: 720_000,
    townships: names('青禾桥街道 柳塘湾街道 听松坞街道 北栅口街道 银杏里街道 望月汀街道 云台埠镇 临港新里街道'),
    emphasis: { C: 1.4, H: 1.5, F: 1.5 },
  },
  {
    code: '990103',
    name: '汀兰区',
    kind: 'DISTRICT',
    population: 560_000,
    townships: names('兰芷街道 汀湄街道 荷风渡镇 鹭洲埠镇 芦笛镇 南浦埠镇'),
    emphasis: { A: 1.5, E: 1.6 },
  },
  {
    code: '990181',
    name: '砚溪市',
    kind: 'COUNTY_LEVEL_CITY',
    population: 480_000,
    townships: names('砚池坞街道 墨溪岸镇 笔架坳镇 纸坊坝镇 洗砚塘镇'),
    emphasis: { J: 1.6, A: 1.2 },
  },
  {
    code: '990121',
    name: '鹿岬县',
    kind: 'COUNTY',
    population: 370_000,
    townships: names('鹿回湾镇 岬口镇 松霭坞镇 石漱镇 鸣泉坞乡 海棠坪乡'),
    emphasis: { D: 1.4, B: 1.4 },
  },
  {
    code: '990122',
    name: '栖梧县',
    kind: 'COUNTY',
    population: 330_000,
    townships: names('栖凤坳镇 梧荫镇 琴坪镇 落霞洲镇 竹深乡 古槐岭乡'),
    emphasis: { D: 1.4, H: 1.5 },
  },
  {
    code: '990123',
    name: '白荻县',
    kind: 'COUNTY',
    population: 290_000,
    townships: names('荻花镇 白鹭坞镇 蒹葭镇 泊雁镇 长汀洲乡 晚渡乡'),
    emphasis: { D: 1.6, B: 1.3 },
  },
  {
    code: '990124',
    name: '稷野县',
    kind: 'COUNTY',
    population: 410_000,
    townships: names('稷香镇 麦浪镇 野田坝镇 仓房堡镇 禾木坞乡 春耕屯乡'),
    emphasis: { D: 1.8 },
  },
  {
    code: '990171',
    name: '澜岫新区',
    kind: 'NEW_AREA',
    population: 100_000,
    townships: names('澜桥埠街道 岫云坪街道 听澜街道 晴川埠镇'),
    emphasis: { B: 1.7, C: 1.5 },
  },
];
