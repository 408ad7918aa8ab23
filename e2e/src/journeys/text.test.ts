import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aPetition, as, petitioner, tables } from '../kit/index.ts';

const line = '我家住在青禾桥街道，去年冬天起自来水经常停。';
const tenThousand = line.repeat(Math.ceil(10_000 / line.length)).slice(0, 10_000);

/** As people type, paste and dictate it. */
const texts = {
  'ten thousand characters': tenThousand,
  'emoji, joined and coloured': '修好了吗？😔👨‍👩‍👧‍👦👍🏽🇨🇳 等到现在',
  'characters outside of the basic plane': '住在𠮷野路，姓𡈽，名𦙾。',
  quotes: `他说：“明天”。'再等等' "等多久" \`没人说\` 「都一样」`,
  'what looks like a statement': `'); drop table cases; -- \\'; $1 \${x} %s`,
  'line breaks and tabs': '第一条\n第二条\n\n\t缩进\n',
  'spaces at the ends and wide ones': '  　前后都有空格　  ',
  'characters with marks, composed and not': 'é é ñ Å Å',
  'right to left and invisible signs': 'שלום مرحبا \u200b\u200d\ufeff 结束',
  markup: `<script>alert(1)</script> &amp; <b>加粗</b>`,
  'a string of JSON': '{"a": "\\u0000", "b": [1e400]}',
};

const narrativeOf = 'query ($id: ID!) { case(id: $id) { narrative { text } claims { text { text } } } }';
type Read = Readonly<{ case: { narrative: { text: string }; claims: { text: { text: string } }[] } }>;

describe('a petition typed by hand', () => {
  it.each(Object.entries(texts))('is kept exactly: %s', async (_what, narrative) => {
    const claim = Array.from(narrative).slice(0, 1_000).join('');
    const petition = aPetition({ narrative, claims: [{ text: claim }] });
    const opened = await as('clerk').does<{ case: { id: string; caseNo: string }; trackingCode: string }>(
      'openCase',
      petition,
      'case { id caseNo } trackingCode',
    );
    const { id, caseNo } = opened.case;
    const { case: read } = await as('clerk').sees<Read>(narrativeOf, { id });
    const me = await petitioner({ caseNo, trackingCode: opened.trackingCode });
    const own = 'query ($caseNo: ID!) { caseByTracking(caseNo: $caseNo) { narrative { text } } }';

    expect(read).toEqual({ narrative: { text: narrative }, claims: [{ text: { text: claim } }] });
    expect(await me.sees(own, { caseNo })).toEqual({ caseByTracking: { narrative: { text: narrative } } });
  });

  it.each([
    ['NUL', 'a\0b'],
    ['a bell', 'a\u0007b'],
    ['a carriage return', 'a\rb'],
    ['half of a pair', 'a\ud800b'],
    ['the other half', 'a\udc00b'],
  ])('is refused with a code, and not kept, where it holds %s', async (_what, narrative) => {
    const refusals: unknown[] = [];
    const changed = await tables.changedBy(async () => {
      for (const input of [
        aPetition({ narrative }),
        aPetition({ title: narrative }),
        aPetition({ claims: [{ text: narrative }] }),
      ]) {
        refusals.push(await as('clerk').isRefused('openCase', input));
      }
    });
    expect([refusals, changed]).toEqual([[['BAD_USER_INPUT'], ['BAD_USER_INPUT'], ['BAD_USER_INPUT']], []]);
  });

  it.each([
    ['longer than 20,000 characters', { narrative: '长'.repeat(20_001) }, 'NARRATIVE_NOT_VALID'],
    ['empty', { narrative: '' }, 'NARRATIVE_NOT_VALID'],
    ['of spaces', { narrative: ' \n　 ' }, 'NARRATIVE_NOT_VALID'],
    ['without a claim', { claims: [] }, 'CLAIM_REQUIRED'],
    ['with somebody’s number in its title', { title: '请打 14012345678 联系' }, 'TITLE_IDENTIFIES_SOMEBODY'],
  ])('is refused with a code where it is %s', async (_what, overrides, code) => {
    expect(await as('clerk').isRefused('openCase', aPetition(overrides))).toEqual([code]);
  });

  it('of 20,000 characters outside of the basic plane is taken', async () => {
    const { case: opened } = await as('clerk').does<{ case: { id: string } }>(
      'openCase',
      aPetition({ narrative: '𠮷'.repeat(20_000) }),
      'case { id }',
    );
    expect(opened.id).not.toBe('');
  });

  it.each([
    ['a number beyond 32 bits', '{ cases(first: 2147483648) { edges { cursor } } }', {}],
    ['no number', 'query ($first: Int!) { cases(first: $first) { edges { cursor } } }', { first: 1.5 }],
    ['a number that is none', 'query ($first: Int!) { cases(first: $first) { edges { cursor } } }', { first: '1e400' }],
    [
      'a day that does not exist',
      '{ competentOrganizations(issueTypeCode: "A1", areaCode: "990102", on: "2026-02-30") { isConflicting } }',
      {},
    ],
    ['a cursor that nobody gave', '{ cases(after: "eyJhIjoxfQ") { edges { cursor } } }', {}],
    ['more than a page', '{ cases(first: 101) { edges { cursor } } }', {}],
  ])('is not to be found by %s', async (_what, document, variables) => {
    const { data, errors } = await as('bureau').ask(document, variables);
    const codes = errors.map(({ extensions }) => extensions.code);
    expect(codes.filter((code) => code !== 'BAD_USER_INPUT' && code !== 'GRAPHQL_VALIDATION_FAILED')).toEqual([]);
    expect([codes.length > 0, data === null || Object.values(data).every((value) => value === null)]).toEqual([
      true,
      true,
    ]);
  });

  it('finds no id that is none, and says no more than of one that nobody has', async () => {
    const ids = ['1', "' or 1=1 --", '\\', '%', 'ÿ'.repeat(200), `${randomUUID()}' or ''='`, randomUUID()];
    const document = 'query ($id: ID!, $code: ID!) { case(id: $id) { id } organization(code: $code) { id } }';
    for (const id of ids) {
      expect(await as('bureau').sees(document, { id, code: id })).toEqual({ case: null, organization: null });
    }
  });
});
