import type { FigureCell } from './figures.contract.ts';
import type { FigureUnit } from './figure.ts';
import { figures, type FigureId } from './figures.ts';

/** Change of a figure from the previous period. */
export interface Change {
  /** `none`: nothing to compare with; `folded`: one of the two values is hidden. */
  direction: 'up' | 'down' | 'same' | 'none' | 'folded';
  /** A share of the earlier figure, percentage points, or the difference itself (rating marks, cases), by `in`. Never below zero. */
  size: number;
  in: 'percent' | 'points' | 'marks' | 'cases';
  /** Depends on the figure. Neutral where neither direction is better, and where the change is not significant. */
  meaning: 'better' | 'worse' | 'neutral';
  /** Better or worse by its direction, but not significant. */
  chance?: boolean;
  /** The change in standard errors; undefined where there are too few cases. */
  sureness?: number;
}

/** With fewer cases than these in either period, no change is judged. */
export const LEAST_CASES = 30;
/** Standard errors from which a change counts as better or worse: without a real change, about one in twenty exceeds it. */
const leastErrors = 2;

const leastShown = { percent: 0.005, points: 0.0005, marks: 0.005, cases: 0 };

/** Returns whether a change from this count is given in cases: a percentage of a few cases says nothing. */
export const countsCases = (unit: FigureUnit, before: number): boolean => unit === 'count' && before < LEAST_CASES;

/** Returns the change of a figure from the previous period. */
export function changeOf(figure: FigureId, now: FigureCell, before: FigureCell): Change {
  const { unit, better } = figures[figure];
  const scale = scaleOf(unit, before.value);
  const without = (direction: 'same' | 'none' | 'folded'): Change => ({
    direction,
    size: 0,
    in: scale,
    meaning: 'neutral',
  });
  if (now.folded || before.folded) return without('folded');
  if (now.value === null || before.value === null) return without('none');
  if (now.value === before.value) return without('same');
  if (before.value === 0 && (scale === 'percent' || scale === 'cases')) return without('none');
  const difference = scale === 'percent' ? (now.value - before.value) / before.value : now.value - before.value;
  if (Math.abs(difference) < leastShown[scale]) return without('same');
  const direction = difference > 0 ? 'up' : 'down';
  const wished = better === 'more' ? 'up' : 'down';
  const size = Math.abs(difference);
  const sureness = surenessOf(figure, { now, before, size, in: scale });
  const told = better !== 'neither' && sureness !== undefined && sureness >= leastErrors;
  const meaning = !told ? 'neutral' : direction === wished ? 'better' : 'worse';
  const chance = better !== 'neither' && !told;
  return { direction, size, in: scale, meaning, chance, ...(sureness === undefined ? {} : { sureness }) };
}

function scaleOf(unit: FigureUnit, before: number | null): Change['in'] {
  if (unit === 'share') return 'points';
  if (unit === 'mos' || unit === 'points') return 'marks';
  return before !== null && countsCases(unit, before) ? 'cases' : 'percent';
}

/**
 * Assumed spread of a value where only its number of cases is known. Times: the standard error of the median of an exponential distribution is 1.44
 * of it over √n, that of the 90th percentile 1.30, so 1.5 is on the safe side.
 * Ratings from 1 to 5 by patients: 1. Estimated opinion scores: 0.5.
 */
const spreadOf = { seconds: 1.5, points: 1, mos: 0.5 };

function surenessOf(
  figure: FigureId,
  change: { now: FigureCell; before: FigureCell; size: number; in: Change['in'] },
): number | undefined {
  const [now, before] = [change.now.value ?? 0, change.before.value ?? 0];
  const [n, m] = [change.now.of ?? 0, change.before.of ?? 0];
  if (Math.min(n, m) < LEAST_CASES) return undefined;
  const { unit } = figures[figure];
  // Counts of independent events: the standard deviation is the square root (Poisson).
  if (unit === 'count') return Math.abs(now - before) / Math.sqrt(now + before);
  const root = Math.sqrt(1 / n + 1 / m);
  if (unit === 'ratio') return undefined;
  if (unit !== 'share') return change.size / (spreadOf[unit] * root);
  const pooled = (now * n + before * m) / (n + m);
  const deviation = Math.sqrt(pooled * (1 - pooled));
  return deviation > 0 ? change.size / (deviation * root) : 0;
}
