import type { FigureUnit } from '@yunzhen/shared/metrics/figure';

export interface Scale {
  /** The highest value of the axis, at or above every shown value; the lowest is always zero. */
  readonly top: number;
  readonly ticks: readonly number[];
}

/** Steps within a decade. Shares also use quarters. */
const steps = [1, 2, 5, 10];
const shareSteps = [1, 2, 2.5, 5, 10];
const fewestTicks = 3;

/** Returns an axis from zero with round steps; durations are round in seconds, minutes or hours, whichever is written. */
export function scaleTo(most: number, unit: FigureUnit): Scale {
  const per = unit === 'seconds' ? (most < 99.5 ? 1 : most < 5970 ? 60 : 3600) : 1;
  const highest = Math.max(most / per, unit === 'share' ? 0.04 : unit === 'count' ? 4 : 1);
  const rough = highest / (fewestTicks + 1);
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = ((unit === 'share' ? shareSteps : steps).find((each) => each * decade >= rough) ?? 10) * decade;
  const whole = unit === 'count' ? Math.max(1, step) : step;
  const count = Math.max(1, Math.ceil(highest / whole - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, i) => round(i * whole * per));
  const top = ticks.at(-1) ?? per;
  // A share cannot exceed 100 %.
  if (unit === 'share' && top > 1) return { top: 1, ticks: ticks.filter((tick) => tick < 1).concat(1) };
  return { top, ticks };
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;

/** Returns the vertical positions of labels, as close to the wanted ones as the distance between them allows, in pixels. */
export function spreadLabels(wished: readonly number[], apart: number, lowest: number): number[] {
  const order = wished.map((y, place) => ({ y, place })).sort((a, b) => a.y - b.y);
  const placed: number[] = Array.from({ length: wished.length }, () => 0);
  let above = -Infinity;
  for (const entry of order) {
    entry.y = Math.max(entry.y, above + apart);
    above = entry.y;
  }
  let below = lowest + apart;
  for (const entry of order.toReversed()) {
    entry.y = Math.min(entry.y, below - apart);
    below = entry.y;
    placed[entry.place] = entry.y;
  }
  return placed;
}
