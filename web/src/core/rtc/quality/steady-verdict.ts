import { lineGrades } from '@yunzhen/shared/calls/quality.constants';
import type { Verdict } from './quality.ts';

/** The shown verdict, and a pending one that would change it. */
export interface SteadyVerdict {
  readonly shown: Verdict;
  /** The verdict that is not shown yet, and since when it has lasted. */
  readonly pending: Verdict | null;
  readonly pendingSinceMs: number;
}

/** Problems are shown soon, improvements later: a flickering indicator looks like a problem itself. */
const worseAfterMs = 3000;
const betterAfterMs = 8000;
const otherCauseAfterMs = 5000;

export function steadyFrom(shown: Verdict): SteadyVerdict {
  return { shown, pending: null, pendingSinceMs: 0 };
}

/** Adds the verdict of one sample; `shown` changes only when the new verdict has lasted. */
export function steady(state: SteadyVerdict, seen: Verdict, atMs: number): SteadyVerdict {
  const { shown } = state;
  if (same(seen, shown)) return { shown, pending: null, pendingSinceMs: atMs };
  // The clock continues while every verdict points in the same direction, though grade and cause may vary.
  const goesOn = state.pending !== null && direction(state.pending, shown) === direction(seen, shown);
  const pendingSinceMs = goesOn ? state.pendingSinceMs : atMs;
  const patienceMs = [betterAfterMs, otherCauseAfterMs, worseAfterMs][direction(seen, shown) + 1] ?? 0;
  if (atMs - pendingSinceMs < patienceMs) return { shown, pending: seen, pendingSinceMs };
  return { shown: seen, pending: null, pendingSinceMs: atMs };
}

const same = (one: Verdict, other: Verdict) => one.grade === other.grade && one.cause === other.cause;
const rank = ({ grade }: Verdict) => lineGrades.indexOf(grade);
/** Below 0: better; 0: as bad for another reason; above: worse. */
const direction = (seen: Verdict, shown: Verdict) => Math.sign(rank(seen) - rank(shown));
