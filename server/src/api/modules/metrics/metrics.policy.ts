/** Ten minutes: what a wait is measured against where the hospital has set nothing else. */
const usualTargetWait = 600;

/** The hospital’s target wait in seconds. */
export function targetWaitOf(settings: Record<string, unknown>): number {
  const target = settings['targetWaitSeconds'];
  return typeof target === 'number' && target > 0 ? target : usualTargetWait;
}

/** Ten minutes: what the pharmacist’s decision is measured against where the hospital has set nothing else. */
const usualTargetReview = 600;

/** The hospital’s targets in seconds. */
export function targetsOf(settings: Record<string, unknown>): {
  targetWaitSeconds: number;
  targetReviewSeconds: number;
} {
  const review = settings['reviewTargetSeconds'];
  return {
    targetWaitSeconds: targetWaitOf(settings),
    targetReviewSeconds: typeof review === 'number' && review > 0 ? review : usualTargetReview,
  };
}

/** Part of a whole, 0 to 1; null where there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
