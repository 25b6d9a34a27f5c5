import { localized } from '@yunzhen/shared/core/locale';
import { medicineClassTexts } from '@yunzhen/shared/metrics/medicine-class-texts';
import { drawAgainstTarget } from './report-overview.ts';
import type { ReportSheet } from './report-sheet.ts';
import { drawTable, sideBySide, type Column, type Row } from './report-table.ts';

/** Draws call quality against the outcome of the same visits. */
export function drawCalls(sheet: ReportSheet): void {
  const { words, numbers, report } = sheet;
  const { buckets } = report.calls;
  const most = Math.max(1, ...buckets.map(({ calls }) => calls.value ?? 0));
  sheet.heading(words.section.calls, words.lead.calls, 16 * (buckets.length + 2));
  const number = (title: string): Column => ({ title, width: 76, align: 'right' });
  drawTable(
    sheet,
    [
      { title: words.column.quality, width: 0, align: 'left' },
      ...[words.column.calls, words.column.completed, words.column.rating, words.column.prescribed].map(number),
    ],
    buckets.map(({ bucket, calls, completed, rating, prescribed }) => ({
      cells: [
        words.bucket[bucket],
        numbers.cell(calls, 'count'),
        numbers.cell(completed, 'share'),
        numbers.cell(rating, 'points'),
        numbers.cell(prescribed, 'share'),
      ],
      bar: (calls.value ?? 0) / most,
    })),
  );
}

export function drawReview(sheet: ReportSheet): void {
  const { words, report } = sheet;
  sheet.heading(words.section.review, null, 130);
  drawAgainstTarget(sheet, ['review-median', 'review-p90'], 'review-within-target', report.targets.targetReviewSeconds);
}

/** Draws overrides by check, rejections by reason, and medicines by class; never by product or doctor. */
export function drawSafety(sheet: ReportSheet): void {
  const { words, numbers, report } = sheet;
  const { checks, rejections, classes } = report.safety;
  const three = (first: string, second: string, third: string): Column[] => [
    { title: first, width: 0, align: 'left' },
    { title: second, width: 62, align: 'right' },
    { title: third, width: 62, align: 'right' },
  ];
  sheet.heading(words.section.safety, null, 16 * 12);
  const named = (title: string, x: number, width: number) => {
    sheet.paper.tag('P', () => void (sheet.y += sheet.paper.text(title, x, sheet.y, width, { size: 8.5 }) + 4));
  };
  sideBySide(
    sheet,
    16 * 12,
    (x, width) => {
      named(words.section.checks, x, width);
      const rows = checks.map(({ check, alerts, overrideShare }): Row => ({
        cells: [words.check[check], numbers.cell(alerts, 'count'), numbers.cell(overrideShare, 'share')],
        bar: overrideShare.value,
      }));
      drawTable(sheet, three(words.column.check, words.column.alerts, words.column.signedOver), rows, { x, width });
    },
    (x, width) => {
      named(words.section.rejections, x, width);
      const rows = rejections.map(({ reason, count, share }): Row => ({
        cells: [words.reason[reason], numbers.cell(count, 'count'), numbers.cell(share, 'share')],
        bar: share.value,
      }));
      drawTable(sheet, three(words.column.reason, words.column.times, words.column.ofAll), rows, { x, width });
    },
  );
  const used = classes.filter(({ lines }) => lines.folded || (lines.value ?? 0) > 0);
  if (used.length === 0) return;
  const most = Math.max(1, ...used.map(({ lines }) => lines.value ?? 0));
  sheet.heading(words.section.classes, words.lead.classes, 16 * (used.length + 2));
  const rows = used.map(({ atc, lines, openToGeneric }): Row => ({
    cells: [
      `${atc}  ${localized(medicineClassTexts[atc], sheet.locale)}`,
      numbers.cell(lines, 'count'),
      numbers.cell(openToGeneric, 'share'),
    ],
    bar: (lines.value ?? 0) / most,
  }));
  drawTable(sheet, three(words.column.class, words.column.lines, words.column.generic), rows);
}
