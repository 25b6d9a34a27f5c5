import { median } from '../report.ts';

/**
 * Returns the slope of a line through samples (x, y): the median of the slopes of all pairs (Theil–Sen), so that a few bad samples change nothing.
 * NaN without two different x.
 */
export function medianSlope(samples: readonly (readonly [x: number, y: number])[]): number {
  const slopes = samples.flatMap(([x, y], index) =>
    samples.slice(index + 1).flatMap(([otherX, otherY]) => (otherX === x ? [] : [(otherY - y) / (otherX - x)])),
  );
  return slopes.length > 0 ? median(slopes) : Number.NaN;
}

/** Returns the change of a value per hour, by least squares over samples of (milliseconds, value); 0 for fewer than two. */
export function perHour(samples: readonly (readonly [at: number, value: number])[]): number {
  if (samples.length < 2) return 0;
  const meanAt = samples.reduce((sum, [at]) => sum + at, 0) / samples.length;
  const mean = samples.reduce((sum, [, value]) => sum + value, 0) / samples.length;
  const above = samples.reduce((sum, [at, value]) => sum + (at - meanAt) * (value - mean), 0);
  const below = samples.reduce((sum, [at]) => sum + (at - meanAt) ** 2, 0);
  return below === 0 ? 0 : (above / below) * 3_600_000;
}
