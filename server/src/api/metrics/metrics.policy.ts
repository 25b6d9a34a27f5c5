/** Default target for a wait, in seconds. */
const usualTargetWait = 600;

/** Default target for a pharmacist’s decision, in seconds. */
const usualTargetReview = 600;

/** Returns the hospital’s targets in seconds. */
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

/** Returns part of a whole, 0 to 1; null when the whole is zero. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
