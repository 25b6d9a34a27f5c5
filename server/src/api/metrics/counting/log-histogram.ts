/**
 * A histogram with buckets that grow by a fixed factor (Masson, Rim, Lee: DDSketch, VLDB 2019). Whatever quantile is asked of it
 * lies within `RELATIVE_ERROR` of the value that has that rank, and two of them are merged by adding their buckets, in any
 * order. Counts may be taken out again, so that a correction leaves no trace.
 */
export const RELATIVE_ERROR = 0.01;

const growth = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
const logGrowth = Math.log(growth);
/** Of the values up to 0. Every value above it has a bucket of its own: 1 is in bucket 0. */
export const ZERO_BUCKET = -1;

/** Bucket → how many values; buckets without values are absent. */
export type LogHistogram = Map<number, number>;

/** The bucket of a whole number of seconds, milliseconds or hundredths; what is below 1 counts as 0. */
export function bucketOf(value: number): number {
  return value < 1 ? ZERO_BUCKET : Math.max(0, Math.ceil(Math.log(value) / logGrowth - 1e-9));
}

/** The value that stands for a bucket: no value in it is further away than the relative error. */
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

/** The value of nearest rank (as SQL’s percentile_disc), within the relative error; null where there are no values. */
export function quantileOf(histogram: ReadonlyMap<number, number>, share: number): number | null {
  const [count, low, high] = extentOf(histogram);
  if (count <= 0) return null;
  const rank = Math.max(1, Math.ceil(share * count - 1e-9));
  // Laid out by bucket: a report asks this thousands of times, and sorting would take most of it.
  const times = new Float64Array(high - low + 1);
  for (const [bucket, n] of histogram) times[bucket - low] = n;
  let seen = 0;
  for (const [place, n] of times.entries()) {
    seen += n;
    if (n !== 0 && seen >= rank) return valueOf(low + place);
  }
  return null;
}

/** How many values there are, and the lowest and the highest bucket. */
function extentOf(histogram: ReadonlyMap<number, number>): [count: number, low: number, high: number] {
  let [count, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [bucket, times] of histogram) {
    count += times;
    if (bucket < low) low = bucket;
    if (bucket > high) high = bucket;
  }
  return [count, low, high];
}

/** How many values are at most `limit`: exact for all values that are more than the relative error away from it. */
export function countUpTo(histogram: ReadonlyMap<number, number>, limit: number): number {
  const last = bucketOf(limit);
  let count = 0;
  for (const [bucket, times] of histogram) if (bucket <= last) count += times;
  return count;
}
