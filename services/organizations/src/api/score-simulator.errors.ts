import type { Text } from '@onevisit/subgraph';
import type { BasisFaultCode } from '../domain/scoring/basis-fault.ts';

const texts: Readonly<Record<BasisFaultCode | 'RULE_SET_NOT_FOUND', Text>> = {
  RULE_SET_NOT_FOUND: { zh: '没有这个版本的计分规则', en: 'There is no such rule set' },
  COUNT_INVALID: {
    zh: '数量不能为负，分子不能大于分母',
    en: 'Counts are not negative, and a numerator is not more than its denominator',
  },
  UNKNOWN_INDICATOR: { zh: '该规则不对此指标计分', en: 'This rule set does not score that indicator' },
  INDICATOR_TWICE: { zh: '指标重复', en: 'The indicator is given twice' },
  UNKNOWN_FACT: { zh: '没有这种失责类型', en: 'There is no such kind of failure' },
  CONTRADICTORY_CIRCUMSTANCES: {
    zh: '不能既及时整改又逾期未改',
    en: 'What was remedied in time is not unremedied',
  },
  UNKNOWN_EVENT: { zh: '该规则没有这个加分事项', en: 'This rule set knows no such event' },
  TOO_MANY_ITEMS: { zh: '每类不超过 100 项', en: 'A hundred of each sort are the most' },
};

/** Why nothing can be worked out, with the place in the input. */
export function simulatorFault(code: BasisFaultCode | 'RULE_SET_NOT_FOUND', place: string): Text {
  const { zh, en } = texts[code];
  return { zh: `${zh}：${place}`, en: `${en}: ${place}` };
}
