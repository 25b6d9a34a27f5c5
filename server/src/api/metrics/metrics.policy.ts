/** Ten minutes: what a wait is measured against where the hospital has set nothing else. */
const usualTargetWait = 600;

/** Ten minutes: what the pharmacist’s decision is measured against where the hospital has set nothing else. */
const usualTargetReview = 600;

/** The hospital’s targets in seconds. */
export function targetsOf(settings: Record<string, unknown>): {
  targetWaitSeconds: number;
  targetReviewSeconds: number;
} {
  const seconds = (name: string, usual: number) => {
    const target = settings[name];
    return typeof target === 'number' && target > 0 ? target : usual;
  };
  return {
    targetWaitSeconds: seconds('targetWaitSeconds', usualTargetWait),
    targetReviewSeconds: seconds('reviewTargetSeconds', usualTargetReview),
  };
}

/** Part of a whole, 0 to 1; null where there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
