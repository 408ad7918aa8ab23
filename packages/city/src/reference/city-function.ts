/** 职能: a department, bureau or lane that the city and every county has. */
export type CityFunction = Readonly<{
  /** `HRSS`. */
  code: string;
  /** 名称 without the place. */
  name: string;
  shortName: string;
  englishName: string;
}>;

const row = (code: string, name: string, shortName: string, englishName: string): CityFunction => ({
  code,
  name,
  shortName,
  englishName,
});

/** 25 departments, the petition bureau, and the lanes of discipline, law and cadre matters. */
export const cityFunctions: readonly CityFunction[] = [
  row('HRSS', '人力资源和社会保障局', '人社局', 'Human Resources and Social Security'),
  row('NRES', '自然资源和规划局', '自然资源局', 'Natural Resources and Planning'),
  row('HOUS', '住房和城乡建设局', '住建局', 'Housing and Urban-Rural Development'),
  row('AGRI', '农业农村局', '农业农村局', 'Agriculture and Rural Affairs'),
  row('EDUC', '教育局', '教育局', 'Education'),
  row('HLTH', '卫生健康委员会', '卫健委', 'Health'),
  row('ECOL', '生态环境局', '生态环境局', 'Ecology and Environment'),
  row('TRAN', '交通运输局', '交通运输局', 'Transport'),
  row('CIVA', '民政局', '民政局', 'Civil Affairs'),
  row('MSEC', '医疗保障局', '医保局', 'Healthcare Security'),
  row('MKTR', '市场监督管理局', '市场监管局', 'Market Regulation'),
  row('UMGT', '城市管理局', '城管局', 'Urban Management'),
  row('PSEC', '公安局', '公安局', 'Public Security'),
  row('JUST', '司法局', '司法局', 'Justice'),
  row('FINA', '财政局', '财政局', 'Finance'),
  row('DEVR', '发展和改革委员会', '发改委', 'Development and Reform'),
  row('INDT', '工业和信息化局', '工信局', 'Industry and Information Technology'),
  row('WATR', '水利局', '水利局', 'Water Resources'),
  row('FORE', '林业局', '林业局', 'Forestry'),
  row('EMRG', '应急管理局', '应急局', 'Emergency Management'),
  row('CULT', '文化和旅游局', '文旅局', 'Culture and Tourism'),
  row('COMM', '商务局', '商务局', 'Commerce'),
  row('SASA', '国有资产监督管理委员会', '国资委', 'State-owned Assets'),
  row('VETS', '退役军人事务局', '退役军人局', 'Veterans Affairs'),
  row('FREG', '地方金融管理局', '金融局', 'Local Finance'),
  row('LETT', '信访局', '信访局', 'Petition Bureau'),
  row('DISC', '纪委监委机关', '纪委监委', 'Discipline Inspection and Supervision'),
  row('PLAC', '政法委员会', '政法委', 'Political and Legal Affairs (towards courts and procuratorates)'),
  row('ORGD', '组织部', '组织部', 'Organization Department (cadre matters)'),
];

export const functionByCode: ReadonlyMap<string, CityFunction> = new Map(
  cityFunctions.map((entry) => [entry.code, entry]),
);
