import { localized, type Locale, inAnotherLanguage } from '@yunzhen/shared/core/locale';
import { drawFeet, drawLetterhead, drawRunningHead } from '../../../platform/paper/letterhead.ts';
import { Paper } from '../../../platform/paper/paper.ts';
import { drawCalls, drawReview, drawSafety } from './report-care.ts';
import { drawDefinitions, drawDepartments } from './report-closing.ts';
import { drawDemand, drawForecast, drawFunnel } from './report-demand.ts';
import { drawKeyFigures, drawTrends, drawWait } from './report-overview.ts';
import { drawSummary } from './report-summary.ts';
import { ReportSheet, soft } from './report-sheet.ts';
import { reportLabels } from './report-labels.ts';
import type { FiguresReport } from './report.ts';

/** Numbers at chart axes, in points. */
const SMALLEST_IN_CHARTS = 6.5;

/** Draws the report on A4. Deterministic: nothing here reads a clock or a setting. */
export async function renderFiguresReport(report: FiguresReport, locale: Locale): Promise<Buffer> {
  const words = reportLabels(locale);
  const name = localized(report.hospital, locale);
  const { from, to, asOf } = report.series;
  const paper = new Paper(
    'A4',
    {
      title: `${words.title} ${from} – ${to}`,
      author: name,
      subject: words.title,
      locale,
      createdAt: new Date(asOf),
    },
    SMALLEST_IN_CHARTS,
  );
  const sheet = new ReportSheet(paper, report, locale);
  paper.addPage();
  const caption = sheet.numbers.period(from, to);
  sheet.y = drawLetterhead(paper, {
    name,
    otherName: inAnotherLanguage(report.hospital, locale),
    title: words.title,
    caption,
    logo: report.logo ?? undefined,
  });
  drawLead(sheet);
  drawSummary(sheet);
  drawKeyFigures(sheet);
  drawTrends(sheet);
  drawWait(sheet);
  drawFunnel(sheet);
  drawDemand(sheet);
  drawCalls(sheet);
  drawReview(sheet);
  drawSafety(sheet);
  drawDepartments(sheet);
  drawForecast(sheet);
  drawDefinitions(sheet);

  drawFeet(paper, `${name} · ${caption}`, words.page, (page) => {
    if (page > 1) drawRunningHead(paper, `${words.title} · ${caption}`, name);
  });
  return await paper.finish();
}

function drawLead(sheet: ReportSheet): void {
  const { paper, words, numbers, report } = sheet;
  const { beforeFrom, beforeTo, asOf, timeZone, waiting, from, to } = report.series;
  const text = [
    words.compared(numbers.days(from, to), numbers.period(beforeFrom, beforeTo)),
    words.countedUpTo(numbers.instant(asOf, timeZone), timeZone),
    ...(waiting > 0 ? [words.notCounted(waiting)] : []),
    words.chanceNote,
  ].join('');
  paper.tag('P', () => {
    sheet.y += paper.text(text, paper.left, sheet.y, paper.contentWidth, soft);
  });
}
