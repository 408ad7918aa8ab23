import { operationNames, type OperationName } from '../operations/documents.ts';
import type { VariantName } from '../variants/variant.ts';
import type { Results } from './results.ts';
import { resultOf, variantsOf } from './table.ts';
import { operationTitles, variantTitles } from './titles.ts';

const width = 880;
const labelWidth = 215;
const barWidth = width - labelWidth - 150;
const rowHeight = 22;
const panelGap = 46;

/** Bars of processor time per request, one panel for each operation; the lighter part is PostgreSQL's. */
export function chart(results: Results): string {
  const variants = variantsOf(results);
  const panelHeight = variants.length * rowHeight + panelGap;
  const height = operationNames.length * panelHeight + 40;
  const panels = operationNames.map((operation, at) => panel(results, operation, 30 + at * panelHeight));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="CPU time per request" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text({
      left: 10,
      top: 20,
      words: 'CPU milliseconds per request: all processes (dark), PostgreSQL (light)',
      weight: 'bold',
    }),
    ...panels,
    '</svg>\n',
  ].join('\n');
}

function panel(results: Results, operation: OperationName, top: number): string {
  const variants = variantsOf(results);
  const most = Math.max(...variants.map((variant) => totalOf(results, variant, operation)));
  const rows = variants.map((variant, at) =>
    row(results, { variant, operation, most, top: top + panelGap - 14 + at * rowHeight }),
  );
  return [text({ left: 10, top: top + 22, words: operationTitles[operation], weight: 'bold' }), ...rows].join('\n');
}

type Row = Readonly<{ variant: VariantName; operation: OperationName; most: number; top: number }>;

function row(results: Results, { variant, operation, most, top }: Row): string {
  const result = resultOf(results, variant, operation);
  const own = ((result?.cpuMs ?? 0) / most) * barWidth;
  const postgres = ((result?.postgresCpuMs ?? 0) / most) * barWidth;
  const colour = colourOf(variant);
  return [
    text({ left: 10, top: top + 13, words: variantTitles[variant], colour: '#333333' }),
    bar({ left: labelWidth, top, length: own, colour, opacity: 1 }),
    bar({ left: labelWidth + own, top, length: postgres, colour, opacity: 0.35 }),
    text({
      left: labelWidth + own + postgres + 6,
      top: top + 13,
      words: `${result?.cpuMs ?? ''} + ${result?.postgresCpuMs ?? ''}`,
      colour: '#555555',
    }),
  ].join('\n');
}

const totalOf = (results: Results, variant: VariantName, operation: OperationName): number => {
  const result = resultOf(results, variant, operation);
  return (result?.cpuMs ?? 0) + (result?.postgresCpuMs ?? 0);
};

function colourOf(variant: VariantName): string {
  if (variant === 'all-in-one' || variant === 'split') return '#0b6e4f';
  return variant === 'hand-written-sql' ? '#8a8a8a' : '#9a4f16';
}

type Bar = Readonly<{ left: number; top: number; length: number; colour: string; opacity: number }>;

const bar = ({ left, top, length, colour, opacity }: Bar): string =>
  `<rect x="${left.toFixed(1)}" y="${top}" width="${length.toFixed(1)}" height="16" fill="${colour}" fill-opacity="${opacity}"/>`;

type Text = Readonly<{ left: number; top: number; words: string; colour?: string; weight?: string }>;

const text = ({ left, top, words, colour = '#111111', weight = 'normal' }: Text): string =>
  `<text x="${left.toFixed(1)}" y="${top}" fill="${colour}" font-weight="${weight}">${escaped(words)}</text>`;

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
