import type { FigureBreakdown, FigureCell, FigureSeries } from '@yunzhen/shared/metrics/figures.contract';
import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import { localized, type Locale, inLocale } from '@yunzhen/shared/core/locale';
import { csvLines } from '../../../platform/csv/write-csv.ts';

const labels = {
  en: { period: 'Period', name: 'Name', total: 'Total', before: 'Period before', folded: 'not shown', of: 'of' },
  'zh-CN': { period: '时段', name: '名称', total: '合计', before: '上一时段', folded: '不予显示', of: '基数' },
};

const wordsIn = (locale: Locale) => inLocale(labels, locale);

const titlesOf = (ids: readonly FigureId[], locale: Locale) =>
  ids.flatMap((id) => {
    const title = localized(figures[id].title, locale);
    return [title, `${title} (${wordsIn(locale).of})`];
  });

const cellsOf = (cells: readonly FigureCell[], locale: Locale) =>
  cells.flatMap(({ value, of, folded }) => [
    folded ? wordsIn(locale).folded : String(value ?? ''),
    String(of ?? wordsIn(locale).folded),
  ]);

/** Writes one row per period, then the total and the period before. */
export function seriesCsv({ periods, series, ...span }: FigureSeries, locale: Locale): Uint8Array {
  const { period, total, before } = wordsIn(locale);
  const line = (name: string, cells: readonly FigureCell[]) => [name, ...cellsOf(cells, locale)];
  return csvLines(
    [
      [
        `${period} (${span.timeZone})`,
        ...titlesOf(
          series.map(({ figure }) => figure),
          locale,
        ),
      ],
      ...periods.map((name, i) =>
        line(
          name,
          series.flatMap(({ values }) => values[i] ?? []),
        ),
      ),
      line(
        `${total} ${span.from} – ${span.to}`,
        series.map((one) => one.total),
      ),
      line(
        `${before} ${span.beforeFrom} – ${span.beforeTo}`,
        series.map((one) => one.before),
      ),
    ],
    { mark: true },
  );
}

/** Writes one row per department or doctor, then the total. */
export function breakdownCsv(breakdown: Omit<FigureBreakdown, 'next'>, locale: Locale): Uint8Array {
  const { name, total } = wordsIn(locale);
  return csvLines(
    [
      [name, ...titlesOf(breakdown.figures, locale)],
      ...breakdown.items.map((row) => [localized(row.name, locale), ...cellsOf(row.cells, locale)]),
      [`${total} ${breakdown.from} – ${breakdown.to}`, ...cellsOf(breakdown.total.cells, locale)],
    ],
    { mark: true },
  );
}
