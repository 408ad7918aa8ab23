/** How much more of a matter comes in a month than in an ordinary one. */
export function seasonOf(issueTypeCode: string, month: number): number {
  const season = seasons.find(({ codes }) => codes.some((code) => issueTypeCode.startsWith(code)));
  return season?.factors[month] ?? 1;
}

type Season = Readonly<{ codes: readonly string[]; factors: Readonly<Record<number, number>> }>;

const seasons: readonly Season[] = [
  { codes: ['A1', 'A2'], factors: { 11: 1.5, 12: 2.4, 1: 2.4 } },
  { codes: ['N2'], factors: { 11: 6, 12: 6, 1: 6, 2: 6 } },
  { codes: ['F1'], factors: { 6: 4, 7: 4, 8: 4 } },
  { codes: ['D1', 'D2'], factors: { 3: 1.8, 4: 1.8, 5: 1.8 } },
  { codes: ['C1'], factors: { 12: 1.7, 6: 1.7 } },
  { codes: ['E1', 'E4'], factors: { 6: 1.6, 7: 1.6, 8: 1.6 } },
  { codes: ['B'], factors: { 4: 1.3, 5: 1.3, 6: 1.3 } },
];
