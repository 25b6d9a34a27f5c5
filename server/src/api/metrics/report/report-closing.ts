import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import { localized, punctuationOf, readsHan } from '@yunzhen/shared/core/locale';
import { ink } from '../../../platform/paper/paper.ts';
import { soft, type ReportSheet } from './report-sheet.ts';
import { drawTable } from './report-table.ts';

export function drawDepartments(sheet: ReportSheet): void {
  const { words, numbers, report } = sheet;
  const { items, total, figures: ids } = report.departments;
  if (items.length === 0) return;
  sheet.heading(words.section.departments, words.noRanking, 16 * Math.min(items.length + 2, 8));
  const cells = (row: typeof total.cells) =>
    ids.map((figure, i) => numbers.cell(row[i] ?? nothing, figures[figure].unit));
  drawTable(
    sheet,
    [
      { title: words.column.department, width: 0, align: 'left' },
      ...ids.map((figure) => ({ title: sheet.titleOf(figure), width: 56, align: 'right' as const })),
    ],
    [
      ...items.map((row) => ({ cells: [localized(row.name, sheet.locale), ...cells(row.cells)] })),
      { cells: [words.column.all, ...cells(total.cells)], strong: true },
    ],
  );
}

const nothing = { value: null, of: null, folded: false };

/** Draws the definition of every numbered figure, and what is not shown. */
export function drawDefinitions(sheet: ReportSheet): void {
  const { paper, words, explained } = sheet;
  sheet.heading(words.section.definitions, words.lead.definitions, 60);
  const style = { size: 8 } as const;
  for (const figure of explained) {
    const text = meaningOf(sheet, figure);
    const height = paper.heightOf(text, paper.contentWidth - 16, style);
    sheet.need(height + 3);
    paper.tag('P', () => {
      paper.text(sheet.noteOf(figure), paper.left, sheet.y, 14, { size: 8, colour: ink.celadon, weight: 'semibold' });
      paper.text(text, paper.left + 16, sheet.y, paper.contentWidth - 16, style);
    });
    sheet.y += height + 3;
  }
  const height = paper.heightOf(words.foldedNote, paper.contentWidth, soft);
  sheet.need(height + 8);
  paper.tag('P', () => void paper.text(words.foldedNote, paper.left, sheet.y + 6, paper.contentWidth, soft));
  sheet.y += height + 8;
}

function meaningOf(sheet: ReportSheet, figure: FigureId): string {
  const definition = localized(figures[figure].definition, sheet.locale);
  // The font draws curly quotes as wide as a Chinese character, and a percent sign must stay with its number.
  const written = readsHan(sheet.locale) ? definition : definition.replace(/[“”]/g, '"').replace(/’/g, "'");
  return `${sheet.titleOf(figure)}${punctuationOf(sheet.locale).colon}${written.replace(/(\d) %/g, '$1\u00a0%')}`;
}
