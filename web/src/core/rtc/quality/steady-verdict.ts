import { lineGrades } from '@yunzhen/shared/calls/quality.constants';
import type { Verdict } from './quality.ts';

/** What is shown, and what has been seen since that would change it. */
export interface SteadyVerdict {
  readonly shown: Verdict;
  /** The verdict that waits to be believed, and since when. */
  readonly pending: Verdict | null;
  readonly pendingSinceMs: number;
}

/** Trouble is told soon, relief later: a sign that flickers is read as trouble itself. */
const worseAfterMs = 3000;
const betterAfterMs = 8000;
const otherCauseAfterMs = 5000;

export function steadyFrom(shown: Verdict): SteadyVerdict {
  return { shown, pending: null, pendingSinceMs: 0 };
}

/** Takes the verdict of one look; `shown` changes only when what is seen has lasted. */
export function steady(state: SteadyVerdict, seen: Verdict, atMs: number): SteadyVerdict {
  const { shown } = state;
  if (same(seen, shown)) return { shown, pending: null, pendingSinceMs: atMs };
  // As long as everything seen points the same way the clock runs on, though grade and cause may vary.
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
