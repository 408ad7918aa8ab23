import { daysOff, worked, type OfficialTable } from '../year-table.ts';

export const year2025: OfficialTable = {
  year: 2025,
  version: 1,
  publishedOn: '2024-11-12',
  notice: '国办发明电〔2024〕12号',
  source: '国务院办公厅关于2025年部分节假日安排的通知',
  licence: 'Public domain: official document, 《著作权法》第五条',
  papers: ['https://www.gov.cn/zhengce/content/202411/content_6986382.htm'],
  days: [
    ...daysOff('元旦', '2025-01-01', '2025-01-01'),
    ...daysOff('春节', '2025-01-28', '2025-02-04'),
    ...worked('春节', '2025-01-26', '2025-02-08'),
    ...daysOff('清明节', '2025-04-04', '2025-04-06'),
    ...daysOff('劳动节', '2025-05-01', '2025-05-05'),
    ...worked('劳动节', '2025-04-27'),
    ...daysOff('端午节', '2025-05-31', '2025-06-02'),
    ...daysOff('国庆节、中秋节', '2025-10-01', '2025-10-08'),
    ...worked('国庆节、中秋节', '2025-09-28', '2025-10-11'),
  ],
};
