import { ink, type TextStyle } from '../../../platform/paper/paper.ts';
import { hue } from './line-chart.ts';
import type { ReportSheet } from './report-sheet.ts';

export interface Column {
  readonly title: string;
  /** Points; columns of 0 share the rest. */
  readonly width: number;
  readonly align: 'left' | 'right';
}

export interface Row {
  readonly cells: readonly string[];
  /** Draws a bar behind the first number, as a part of the longest; null for none. */
  readonly bar?: number | null;
  readonly strong?: boolean;
}

const head: TextStyle = { size: 8, colour: ink.soft };
const rowHeight = 16;

/** Draws a table from `x` on. On a new page it repeats the header. */
export function drawTable(
  sheet: ReportSheet,
  columns: readonly Column[],
  rows: readonly Row[],
  { x = sheet.paper.left, width = sheet.paper.contentWidth } = {},
): void {
  const { paper } = sheet;
  const given = columns.reduce((sum, column) => sum + column.width, 0);
  const free = columns.filter((column) => column.width === 0).length;
  const widths = columns.map((column) => column.width || (width - given) / free);
  const lefts = widths.map((_, i) => x + widths.slice(0, i).reduce((sum, each) => sum + each, 0));

  const drawHead = () => {
    const height = Math.max(...columns.map(({ title }, i) => paper.heightOf(title, (widths[i] ?? 0) - 6, head)));
    paper.tag('P', () => {
      columns.forEach(({ title, align }, i) => {
        paper.text(title, (lefts[i] ?? 0) + 3, sheet.y, (widths[i] ?? 0) - 6, { ...head, align });
      });
    });
    sheet.y += height + 2;
    paper.rule(sheet.y, { from: x, to: x + width });
    sheet.y += 3;
  };
  drawHead();
  for (const row of rows) {
    const page = sheet.paper.doc.bufferedPageRange().count;
    sheet.need(rowHeight);
    if (sheet.paper.doc.bufferedPageRange().count > page) drawHead();
    const y = sheet.y;
    if (row.bar) {
      const barWidth = (widths[0] ?? 0) + (widths[1] ?? 0) - 6;
      paper.artifact(() =>
        paper.doc
          .rect(x, y, Math.max(1, barWidth * (row.bar ?? 0)), rowHeight - 3)
          .fillColor(hue.pale)
          .fill(),
      );
    }
    paper.tag('P', () => {
      row.cells.forEach((text, i) => {
        const style: TextStyle = {
          size: 9,
          align: columns[i]?.align ?? 'left',
          singleLine: true,
          ...(row.strong ? { weight: 'semibold' } : {}),
        };
        paper.text(text, (lefts[i] ?? 0) + 3, y, (widths[i] ?? 0) - 6, style);
      });
    });
    sheet.y += rowHeight;
  }
  sheet.y += 4;
}

/** Draws two elements side by side and continues below the taller one. */
export function sideBySide(sheet: ReportSheet, height: number, ...draw: ((x: number, width: number) => void)[]): void {
  sheet.need(height);
  const gap = 18;
  const width = (sheet.paper.contentWidth - gap * (draw.length - 1)) / draw.length;
  const top = sheet.y;
  let bottom = top;
  draw.forEach((one, i) => {
    sheet.y = top;
    one(sheet.paper.left + i * (width + gap), width);
    bottom = Math.max(bottom, sheet.y);
  });
  sheet.y = bottom;
}
