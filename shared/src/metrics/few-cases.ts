import { FEWEST_COUNTED } from './figures.constants.ts';
import type { FigureCell } from './figures.contract.ts';
import { figures, type FigureId } from './figures.ts';

/** Returns whether a value has too few cases for a trend: a median of two means nothing. Counts are always shown. */
export function isFew(figure: FigureId, { of }: Pick<FigureCell, 'of'>): boolean {
  return figures[figure].unit !== 'count' && of !== null && of > 0 && of < FEWEST_COUNTED;
}

/** Returns the values of a trend, on a page and on paper; null where a period is suppressed, empty or has too few cases. */
export function trendOf(figure: FigureId, cells: readonly FigureCell[]): (number | null)[] {
  return cells.map((cell) => (isFew(figure, cell) ? null : cell.value));
}
