import type { PersonaName } from '@onevisit/city';

/** 岗位名称. */
export const personaTitles: Readonly<Record<PersonaName, string>> = {
  clerk: '窗口接待员',
  bureau: '信访局业务科',
  handler: '承办人',
  leader: '承办单位负责人',
  chief: '县市区信访局长',
  director: '市信访局长',
  'task-force-lead': '专班负责人',
  supervisor: '督查专员',
  reviewer: '复查复核员',
  mediator: '调解员',
  discipline: '纪检对接员',
  analyst: '研判员',
  'care-officer': '关爱专员',
  'innovation-lead': '创新专班',
  developer: '部门应用开发者',
  auditor: '审计员',
};
