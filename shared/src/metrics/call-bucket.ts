/** Call quality, by the median of the estimated mean opinion score of the audio. */
export const callBuckets = ['good', 'fair', 'poor', 'bad', 'unmeasured'] as const;
export type CallBucket = (typeof callBuckets)[number];

/**
 * Returns the bucket of a score times 100. The limits are those of ITU-T G.107 Annex B, table B.1: from 4.03 users are satisfied, from 3.60 some are
 * dissatisfied, from 3.10 many are, below it nearly all.
 */
export function callBucketOf(mosHundredths: number | null): CallBucket {
  if (mosHundredths === null) return 'unmeasured';
  if (mosHundredths >= 403) return 'good';
  if (mosHundredths >= 360) return 'fair';
  return mosHundredths >= 310 ? 'poor' : 'bad';
}
