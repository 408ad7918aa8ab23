import { daysOff, worked, type OfficialTable } from '../year-table.ts';

export const year2024: OfficialTable = {
  year: 2024,
  version: 1,
  publishedOn: '2023-10-25',
  notice: '国办发明电〔2023〕7号',
  source: '国务院办公厅关于2024年部分节假日安排的通知',
  licence: 'Public domain: official document, 《著作权法》第五条',
  papers: ['https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'],
  days: [
    ...daysOff('元旦', '2024-01-01', '2024-01-01'),
    ...daysOff('春节', '2024-02-10', '2024-02-17'),
    ...worked('春节', '2024-02-04', '2024-02-18'),
    ...daysOff('清明节', '2024-04-04', '2024-04-06'),
    ...worked('清明节', '2024-04-07'),
    ...daysOff('劳动节', '2024-05-01', '2024-05-05'),
    ...worked('劳动节', '2024-04-28', '2024-05-11'),
    ...daysOff('端午节', '2024-06-10', '2024-06-10'),
    ...daysOff('中秋节', '2024-09-15', '2024-09-17'),
    ...worked('中秋节', '2024-09-14'),
    ...daysOff('国庆节', '2024-10-01', '2024-10-07'),
    ...worked('国庆节', '2024-09-29', '2024-10-12'),
  ],
};
