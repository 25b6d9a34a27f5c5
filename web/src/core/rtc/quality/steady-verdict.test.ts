import { describe, expect, it } from 'vitest';
import { goodLine, type Verdict } from './quality.ts';
import { steady, steadyFrom } from './steady-verdict.ts';

const fair: Verdict = { grade: 'fair', cause: 'own-network' };
const poor: Verdict = { grade: 'poor', cause: 'own-network' };
const other: Verdict = { grade: 'fair', cause: 'other-network' };

/** Returns what is shown after each of these verdicts, one a second. */
function shown(start: Verdict, seen: readonly Verdict[]): Verdict[] {
  let state = steadyFrom(start);
  return seen.map((verdict, index) => {
    state = steady(state, verdict, (index + 1) * 1000);
    return state.shown;
  });
}

const times = (verdict: Verdict, count: number) => Array.from({ length: count }, () => verdict);

describe('The shown verdict', () => {
  it('turns worse after three seconds', () => {
    expect(shown(goodLine, times(poor, 4))).toEqual([goodLine, goodLine, goodLine, poor]);
  });

  it('turns better only after eight seconds', () => {
    const history = shown(poor, times(goodLine, 9));
    expect(history.slice(0, 8)).toEqual(times(poor, 8));
    expect(history[8]).toEqual(goodLine);
  });

  it('does not flicker with short changes', () => {
    const flicker = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? poor : goodLine));
    expect(new Set(shown(goodLine, flicker))).toEqual(new Set([goodLine]));
  });

  it('accepts varying problems, with the latest one shown', () => {
    expect(shown(goodLine, [fair, poor, fair, poor]).at(-1)).toEqual(poor);
  });

  it('accepts a growing improvement, with the latest one shown', () => {
    expect(shown(poor, [...times(fair, 3), ...times(goodLine, 6)]).at(-1)).toEqual(goodLine);
  });

  it('shows another cause once it has lasted', () => {
    expect(shown(fair, times(other, 6))).toEqual([...times(fair, 5), other]);
  });
});
