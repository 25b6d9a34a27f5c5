import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { BreakdownRow, FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import type { FigureId } from '@yunzhen/shared/metrics/figures';
import type { Place } from '@yunzhen/shared/metrics/worsening';

/** A place by its name in the reader’s language; with an id where the name leads to a page of its own. */
export interface Where {
  readonly name: string;
  readonly departmentId?: string;
}

/** Returns the page’s own place under its own name, and the departments with the figures that were fetched for them. */
export function worseningPlaces(
  own: { name: string; runs: ReadonlyMap<FigureId, { total: FigureCell; before: FigureCell }> },
  departments: readonly BreakdownRow[],
  asked: readonly FigureId[],
  localized: (name: LocalizedText) => string,
): Place<Where>[] {
  const ownCells = new Map([...own.runs].map(([figure, { total, before }]) => [figure, { now: total, before }]));
  const parts = departments.map(({ id, name, cells, before }) => ({
    where: { departmentId: id, name: localized(name) },
    cells: new Map(
      asked.flatMap((figure, place): [FigureId, { now: FigureCell; before: FigureCell }][] => {
        const [now, earlier] = [cells[place], before[place]];
        return now && earlier ? [[figure, { now, before: earlier }]] : [];
      }),
    ),
  }));
  return [{ where: { name: own.name }, cells: ownCells }, ...parts];
}
