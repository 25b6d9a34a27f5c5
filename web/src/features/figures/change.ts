/** How a figure stands beside that of a week before. */
export interface Change {
  direction: 'up' | 'down' | 'same' | 'none';
  /** Size of the change: a share of the earlier figure (0.12 = 12 %), or points of a share (0.02 = 2 points). */
  size: number;
}

const none: Change = { direction: 'none', size: 0 };

/** Relative change of a count or a time. Without an earlier figure, or one of zero, there is nothing to compare with. */
export function relativeChange(now: number | null, before: number | null): Change {
  if (now === null || before === null) return none;
  if (now === before) return { direction: 'same', size: 0 };
  if (before === 0) return none;
  return changeBy((now - before) / before, 0.005);
}

/** Change of a share, in points. */
export function pointChange(now: number | null, before: number | null): Change {
  return now === null || before === null ? none : changeBy(now - before, 0.0005);
}

function changeBy(difference: number, leastShown: number): Change {
  if (Math.abs(difference) < leastShown) return { direction: 'same', size: 0 };
  return { direction: difference > 0 ? 'up' : 'down', size: Math.abs(difference) };
}

/** What a change means: waits and rejections are the better the lower; a count is neither good nor bad by itself. */
export function meaningOf({ direction }: Change, lowerIsBetter: boolean): 'better' | 'worse' | 'neutral' {
  if (!lowerIsBetter || direction === 'same' || direction === 'none') return 'neutral';
  return direction === 'down' ? 'better' : 'worse';
}
