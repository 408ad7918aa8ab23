/** 信访“X”工程: what a year is about. */
export type Programme = Readonly<{ code: string; name: string; year: number; theme: string; summary: string }>;

export const programmes: readonly Programme[] = [
  {
    code: 'PG-2026',
    name: '信访“知责”工程',
    year: 2026,
    theme: '重点工作攻坚年',
    summary: '让每个单位知道自己该做什么、做到什么程度、什么时候做完，并把结果摆在群众看得见的地方',
  },
];
