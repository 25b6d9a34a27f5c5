/**
 * A histogram whose buckets grow by a fixed factor (Masson, Rim, Lee: DDSketch, VLDB 2019). Every quantile is within `RELATIVE_ERROR` of the value
 * with that rank.
 * Two histograms merge by adding their buckets, in any order. Counts can be subtracted, so that a correction leaves no trace.
 */
export const RELATIVE_ERROR = 0.01;

const growth = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
const logGrowth = Math.log(growth);
/** The bucket of values up to 0. Values above are in the others: 1 is in bucket 0. */
export const ZERO_BUCKET = -1;

/** Bucket → number of values; empty buckets are absent. */
export type LogHistogram = Map<number, number>;

/** Returns the bucket of a whole number of seconds, milliseconds or hundredths; values below 1 count as 0. */
export function bucketOf(value: number): number {
  return value < 1 ? ZERO_BUCKET : Math.max(0, Math.ceil(Math.log(value) / logGrowth - 1e-9));
}

/** Returns the representative value of a bucket: every value in it is within the relative error. */
export function valueOf(bucket: number): number {
  return bucket === ZERO_BUCKET ? 0 : (2 * growth ** bucket) / (growth + 1);
}

export function addTo(histogram: LogHistogram, bucket: number, times: number): void {
  const next = (histogram.get(bucket) ?? 0) + times;
  if (next === 0) histogram.delete(bucket);
  else histogram.set(bucket, next);
}

export function mergeInto(histogram: LogHistogram, other: ReadonlyMap<number, number>): void {
  for (const [bucket, times] of other) addTo(histogram, bucket, times);
}

export function countOf(histogram: ReadonlyMap<number, number>): number {
  let count = 0;
  for (const times of histogram.values()) count += times;
  return count;
}

/** Returns the value of nearest rank (as SQL’s percentile_disc), within the relative error; null without values. */
export function quantileOf(histogram: ReadonlyMap<number, number>, share: number): number | null {
  const [count, low, high] = extentOf(histogram);
  if (count <= 0) return null;
  const rank = Math.max(1, Math.ceil(share * count - 1e-9));
  // An array by bucket, because a report calls this thousands of times and sorting would dominate.
  const times = new Float64Array(high - low + 1);
  for (const [bucket, n] of histogram) times[bucket - low] = n;
  let seen = 0;
  for (const [place, n] of times.entries()) {
    seen += n;
    if (n !== 0 && seen >= rank) return valueOf(low + place);
  }
  return null;
}

/** Returns the number of values, and the lowest and highest bucket. */
function extentOf(histogram: ReadonlyMap<number, number>): [count: number, low: number, high: number] {
  let [count, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [bucket, times] of histogram) {
    count += times;
    if (bucket < low) low = bucket;
    if (bucket > high) high = bucket;
  }
  return [count, low, high];
}

/** Returns the number of values up to `limit`; exact for values that are more than the relative error away from it. */
export function countUpTo(histogram: ReadonlyMap<number, number>, limit: number): number {
  const last = bucketOf(limit);
  let count = 0;
  for (const [bucket, times] of histogram) if (bucket <= last) count += times;
  return count;
}
