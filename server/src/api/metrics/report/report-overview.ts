import type { FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import { isFew, trendOf } from '@yunzhen/shared/metrics/few-cases';
import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import { ink } from '../../../platform/paper/paper.ts';
import { drawLegend, drawLineChart, hue, type ChartLine } from './line-chart.ts';
import { soft, type ReportSheet } from './report-sheet.ts';
import { sideBySide } from './report-table.ts';
import { keyFigures } from './report.ts';

const tileHeight = 60;

/** Draws twelve figures, each with the period before. */
export function drawKeyFigures(sheet: ReportSheet): void {
  const { paper, words } = sheet;
  sheet.heading(words.section.key, null, tileHeight);
  const columns = 4;
  const gap = 8;
  const width = (paper.contentWidth - gap * (columns - 1)) / columns;
  keyFigures.forEach((figure, i) => {
    const x = paper.left + (i % columns) * (width + gap);
    if (i > 0 && i % columns === 0) sheet.y += tileHeight + gap;
    drawTile(sheet, figure, x, width);
  });
  sheet.y += tileHeight + 4;
}

function drawTile(sheet: ReportSheet, figure: FigureId, x: number, width: number): void {
  const { paper, words, numbers, y } = sheet;
  const { unit } = figures[figure];
  const { total, before } = seriesOf(sheet, figure);
  paper.artifact(() => {
    paper.doc.roundedRect(x, y, width, tileHeight, 4).lineWidth(0.6).strokeColor(ink.line).stroke();
  });
  paper.tag('P', () => {
    sheet.named(figure, x + 7, y + 6, width - 12, { size: 7.5, colour: ink.soft });
    paper.text(numbers.cell(total, unit), x + 7, y + 27, width - 12, {
      weight: 'semibold',
      size: 15,
      singleLine: true,
    });
    const change = numbers.change(total, before, unit);
    const earlier = `${words.before} ${numbers.cell(before, unit)}`;
    const text = change === null ? earlier : `${change} · ${earlier}`;
    paper.text(text, x + 7, y + 47, width - 10, { size: 7, colour: ink.soft, singleLine: true });
  });
}

/** Draws four figures over time, two by two. */
export function drawTrends(sheet: ReportSheet): void {
  const { words, report } = sheet;
  const gaps = report.series.series.some(({ figure, values }) => values.some((cell) => isFew(figure, cell)));
  sheet.heading(words.section.trends, gaps ? words.lead.trends : null, 2 * 118);
  const pairs = [
    ['visits-completed', 'call-mos-median'],
    ['call-drop-share', 'override-share'],
  ] as const;
  for (const pair of pairs)
    sideBySide(sheet, 118, ...pair.map((figure) => (x: number, width: number) => drawTrend(sheet, figure, x, width)));
}

function drawTrend(sheet: ReportSheet, figure: FigureId, x: number, width: number): void {
  const { paper } = sheet;
  paper.tag('P', () => void sheet.named(figure, x, sheet.y, width, { size: 8.5 }));
  drawSeries(sheet, [figure], x, sheet.y + 14, width, 96);
  sheet.y += 118;
}

/** Draws median and ninetieth percentile against the hospital’s target, and the share within it. */
export function drawWait(sheet: ReportSheet): void {
  const { words, report } = sheet;
  const { targetWaitSeconds } = report.targets;
  sheet.heading(words.section.wait, null, 130);
  drawAgainstTarget(sheet, ['wait-median', 'wait-p90'], 'wait-within-target', targetWaitSeconds);
}

export function drawAgainstTarget(
  sheet: ReportSheet,
  times: readonly [FigureId, FigureId],
  within: FigureId,
  target: number,
): void {
  const { paper, words, numbers } = sheet;
  const label = `${words.target} ${numbers.span(target)}`;
  sideBySide(
    sheet,
    130,
    (x, width) => {
      const names = [
        { name: words.median, colour: hue.now },
        { name: words.nineOfTen, colour: hue.second },
        { name: label, colour: hue.target },
      ];
      paper.tag('P', () => void sheet.named(times[0], x, sheet.y, width, { size: 8.5 }));
      drawLegend(sheet, names, x + width, sheet.y + 13);
      drawSeries(sheet, times, x, sheet.y + 26, width, 100, target);
      sheet.y += 130;
    },
    (x, width) => {
      const { total, before } = seriesOf(sheet, within);
      paper.tag('P', () => {
        sheet.named(within, x, sheet.y, width, { size: 8.5 });
        const change = numbers.change(total, before, 'share');
        const text = `${numbers.cell(total, 'share')} · ${words.before} ${numbers.cell(before, 'share')}${change === null ? '' : ` (${change})`}`;
        paper.text(text, x, sheet.y + 13, width, soft);
      });
      drawSeries(sheet, [within], x, sheet.y + 26, width, 100, undefined, 1);
      sheet.y += 130;
    },
  );
}

function drawSeries(
  sheet: ReportSheet,
  ids: readonly FigureId[],
  x: number,
  y: number,
  width: number,
  height: number,
  target?: number,
  top?: number,
): void {
  const { numbers, report, words } = sheet;
  const { unit } = figures[ids[0] ?? 'visits'];
  const format = (value: number) => numbers.value(value, unit);
  const lines: ChartLine[] = ids.map((figure, i) => ({
    name: sheet.titleOf(figure),
    values: trendOf(figure, seriesOf(sheet, figure).values),
    colour: i === 0 ? hue.now : hue.second,
  }));
  const few = ids.some((figure) => seriesOf(sheet, figure).values.some((cell) => isFew(figure, cell)));
  const known = lines[0]?.values.filter((value) => value !== null) ?? [];
  const last = known.at(-1);
  const said =
    last === undefined
      ? words.nothing
      : words.line({ lowest: format(Math.min(...known)), highest: format(Math.max(...known)), last: format(last) });
  const scaleTop = top ?? (unit === 'mos' ? 5 : undefined);
  const labels = report.series.periods.map((day) => numbers.day(day, 'short'));
  const alternative = `${lines.map(({ name }) => name).join(', ')}: ${said}`;
  drawLineChart(
    sheet,
    {
      alternative,
      lines,
      labels,
      empty: few ? words.fewCases : words.noValues,
      format: (value) => numbers.axis(value, unit),
      ...(target === undefined ? {} : { target }),
      ...(scaleTop === undefined ? {} : { top: scaleTop }),
    },
    x,
    y,
    width,
    height,
  );
}

/** Returns one figure of the report. Throws for one that was not read, which is a programming error. */
export function seriesOf(
  { report }: ReportSheet,
  figure: FigureId,
): { total: FigureCell; before: FigureCell; values: FigureCell[] } {
  const found = report.series.series.find((one) => one.figure === figure);
  if (!found) throw new Error(`figure ${figure} is missing from the report`);
  return found;
}
