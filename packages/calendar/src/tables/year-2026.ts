import { daysOff, worked, type OfficialTable } from '../year-table.ts';

export const year2026: OfficialTable = {
  year: 2026,
  version: 1,
  publishedOn: '2025-11-04',
  notice: '国办发明电〔2025〕7号',
  source: '国务院办公厅关于2026年部分节假日安排的通知',
  licence: 'Public domain: official document, 《著作权法》第五条',
  papers: ['https://www.gov.cn/zhengce/content/202511/content_7047090.htm'],
  days: [
    ...daysOff('元旦', '2026-01-01', '2026-01-03'),
    ...worked('元旦', '2026-01-04'),
    ...daysOff('春节', '2026-02-15', '2026-02-23'),
    ...worked('春节', '2026-02-14', '2026-02-28'),
    ...daysOff('清明节', '2026-04-04', '2026-04-06'),
    ...daysOff('劳动节', '2026-05-01', '2026-05-05'),
    ...worked('劳动节', '2026-05-09'),
    ...daysOff('端午节', '2026-06-19', '2026-06-21'),
    ...daysOff('中秋节', '2026-09-25', '2026-09-27'),
    ...daysOff('国庆节', '2026-10-01', '2026-10-07'),
    ...worked('国庆节', '2026-09-20', '2026-10-10'),
  ],
};
