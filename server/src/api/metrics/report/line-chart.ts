import { ink, type TextStyle } from '../../../platform/paper/paper.ts';
import type { ReportSheet } from './report-sheet.ts';

export const hue = { now: ink.celadon, second: '#7c6f64', target: '#b45309', pale: '#e7f2f0' } as const;

export interface ChartLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour: string;
}

export interface LineChart {
  readonly alternative: string;
  readonly lines: readonly ChartLine[];
  /** First days of the periods, as labels. */
  readonly labels: readonly string[];
  /** Said in place of the lines when all values are missing. */
  readonly empty: string;
  /** Formats a value of the scale. */
  readonly format: (value: number) => string;
  /** Drawn as a dashed line. */
  readonly target?: number;
  /** End of the scale; by default above the highest value. */
  readonly top?: number;
}

const tiny: TextStyle = { size: 7, colour: ink.soft };
const axisWidth = 38;
const axisHeight = 13;

/** Draws lines over time in a frame of that size, with gaps for missing values and a text when all are missing. The scale starts at zero. */
export function drawLineChart(sheet: ReportSheet, chart: LineChart, x: number, y: number, w: number, h: number): void {
  const { paper } = sheet;
  const { doc } = paper;
  const known = chart.lines.flatMap(({ values }) => values.filter((value) => value !== null));
  if (known.length === 0) {
    const said = { ...tiny, align: 'center', singleLine: true } as const;
    paper.tag('P', () => void paper.text(chart.empty, x, y + h / 2 - 4, w, said));
    return;
  }
  const highest = Math.max(...known, chart.target ?? 0);
  // If all values are zero, the scale has one step.
  const step = chart.top || highest > 0 ? niceStep(chart.top ?? highest, chart.format) : 1;
  const top = chart.top ?? Math.max(step, Math.ceil(highest / step) * step);
  const [left, right, bottom] = [x + axisWidth, x + w - 4, y + h - axisHeight];
  const placeY = (value: number) => bottom - (Math.min(value, top) / top) * (bottom - y - 4);
  const places = Math.max(1, chart.labels.length - 1);
  const placeX = (index: number) =>
    chart.labels.length === 1 ? (left + right) / 2 : left + (index / places) * (right - left);

  paper.figure(chart.alternative, () => {
    for (let value = 0; value <= top * 1.0001; value += step) {
      doc.moveTo(left, placeY(value)).lineTo(right, placeY(value)).lineWidth(0.4).strokeColor(ink.line).stroke();
      paper.text(chart.format(value), x, placeY(value) - 4.5, axisWidth - 5, {
        ...tiny,
        align: 'right',
        singleLine: true,
      });
    }
    const shown = labelPlaces(chart.labels.length);
    shown.forEach((index, place) => {
      // The first and last label stay within the frame; the others are centred under their point.
      const align =
        shown.length === 1 ? 'center' : place === 0 ? 'left' : place === shown.length - 1 ? 'right' : 'center';
      const from = { left: left - 4, center: placeX(index) - 30, right: right - 56 }[align];
      paper.text(chart.labels[index] ?? '', from, bottom + 3, 60, { ...tiny, align, singleLine: true });
    });
    if (chart.target !== undefined) {
      const at = placeY(chart.target);
      doc
        .moveTo(left, at)
        .lineTo(right, at)
        .lineWidth(0.9)
        .dash(4, { space: 2.5 })
        .strokeColor(hue.target)
        .stroke()
        .undash();
    }
    for (const line of chart.lines) drawLine(doc, line, placeX, placeY);
  });
}

function drawLine(
  doc: PDFKit.PDFDocument,
  { values, colour }: ChartLine,
  placeX: (index: number) => number,
  placeY: (value: number) => number,
): void {
  values.forEach((value, index) => {
    const before = values[index - 1] ?? null;
    if (value === null) return;
    if (before !== null) doc.moveTo(placeX(index - 1), placeY(before)).lineTo(placeX(index), placeY(value));
  });
  doc.lineWidth(1.4).lineCap('round').strokeColor(colour).stroke().lineCap('butt');
  // A value between two gaps is drawn as a point.
  values.forEach((value, index) => {
    const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    if (value !== null && (alone || values.length <= 14))
      doc.circle(placeX(index), placeY(value), 1.8).fillColor(colour).fill();
  });
}

/** Draws the names of the lines, each after a stroke of its colour, right-aligned. */
export function drawLegend(
  sheet: ReportSheet,
  lines: readonly Pick<ChartLine, 'name' | 'colour'>[],
  right: number,
  y: number,
): void {
  const { paper } = sheet;
  let end = right;
  for (const { name, colour } of lines.toReversed()) {
    const width = paper.widthOf(name, tiny) + 2;
    paper.tag('P', () => void paper.text(name, end - width, y, width + 4, { ...tiny, singleLine: true }));
    const middle = y + 5;
    paper.artifact(() =>
      paper.doc
        .moveTo(end - width - 16, middle)
        .lineTo(end - width - 4, middle)
        .lineWidth(2)
        .strokeColor(colour)
        .stroke(),
    );
    end -= width + 26;
  }
}

/** Returns a step of 1, 2 or 5 that gives three to five steps; for durations, in round minutes or hours. */
function niceStep(top: number, format: (value: number) => string): number {
  const times = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400];
  const isTime = /[a-z分秒]/i.test(format(120));
  const rough = top / 5;
  if (isTime) return times.find((step) => step >= rough) ?? Math.ceil(rough / 14_400) * 14_400;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

function labelPlaces(count: number): number[] {
  if (count <= 1) return [0];
  const parts = Math.min(count - 1, 4);
  return [...new Set(Array.from({ length: parts + 1 }, (_, i) => Math.round((i * (count - 1)) / parts)))];
}
