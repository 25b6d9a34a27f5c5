import type { FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import { goalFigures, verdictOf } from '@yunzhen/shared/metrics/goals';
import { findWorsening, type Place } from '@yunzhen/shared/metrics/worsening';
import { localized } from '@yunzhen/shared/core/locale';
import { seriesOf } from './report-overview.ts';
import type { ReportSheet } from './report-sheet.ts';

/** Draws the report in three sentences: volume, the hospital’s targets, and what got worse most clearly. */
export function drawSummary(sheet: ReportSheet): void {
  const { paper, words } = sheet;
  sheet.heading(words.section.summary, null, 60);
  for (const sentence of [volumeOf(sheet), goalsOf(sheet), worseOf(sheet)])
    paper.tag('P', () => {
      sheet.y += paper.text(sentence, paper.left, sheet.y, paper.contentWidth, { size: 9.5 }) + 3;
    });
}

function volumeOf(sheet: ReportSheet): string {
  const { words, numbers } = sheet;
  const { total, before } = seriesOf(sheet, 'visits-completed');
  return words.summary.volume(numbers.cell(total, 'count'), numbers.cell(before, 'count'));
}

function goalsOf(sheet: ReportSheet): string {
  const { words, numbers, report } = sheet;
  const answers = goalFigures.map((figure) => {
    const { total } = seriesOf(sheet, figure);
    const goal = report.goals[figure];
    return words.summary.goal({
      title: sheet.titleOf(figure),
      value: numbers.cell(total, 'share'),
      goal: `${figures[figure].better === 'more' ? '≥' : '≤'} ${numbers.axis(goal, 'share')}`,
      verdict: verdictOf(figure, total, goal),
    });
  });
  return words.summary.goals(answers.join(words.summary.between));
}

function worseOf(sheet: ReportSheet): string {
  const { words, numbers, report, locale } = sheet;
  const { items, figures: asked } = report.departments;
  const own: Place<string> = {
    where: words.summary.whole,
    cells: new Map(report.series.series.map(({ figure, total, before }) => [figure, { now: total, before }])),
  };
  const departments = items.map(({ name, cells, before }): Place<string> => ({
    where: localized(name, locale),
    cells: new Map(
      asked.flatMap((figure, place): [FigureId, { now: FigureCell; before: FigureCell }][] => {
        const [now, earlier] = [cells[place], before[place]];
        return now && earlier ? [[figure, { now, before: earlier }]] : [];
      }),
    ),
  }));
  const [worst] = findWorsening([own, ...departments]).found;
  if (!worst) return words.summary.noWorse;
  const { unit } = figures[worst.figure];
  return words.summary.worse({
    place: worst.where,
    title: sheet.titleOf(worst.figure),
    before: numbers.cell(worst.before, unit),
    now: numbers.cell(worst.now, unit),
  });
}
