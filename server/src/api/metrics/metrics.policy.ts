import { usualGoals, usualThresholds, type AlertThresholds, type Goals } from '@yunzhen/shared/metrics/goals';

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

const goalSettings = {
  'wait-within-target': 'waitPercent',
  'call-drop-share': 'droppedCallPercent',
  'review-within-target': 'reviewPercent',
} as const satisfies Record<keyof Goals, string>;

/** Returns what the hospital’s figures are judged against, from 0 to 1. */
export function goalsOf(settings: Record<string, unknown>): Goals {
  const stored = (settings['goals'] ?? {}) as Readonly<Record<string, unknown>>;
  const share = (figure: keyof Goals) => {
    const percent = stored[goalSettings[figure]];
    return typeof percent === 'number' && percent >= 0 && percent <= 100 ? percent / 100 : usualGoals[figure];
  };
  return {
    'wait-within-target': share('wait-within-target'),
    'call-drop-share': share('call-drop-share'),
    'review-within-target': share('review-within-target'),
  };
}

/** Returns from when the hospital’s live figures warn; a wait from the target on, unless the hospital sets another time. */
export function thresholdsOf(settings: Record<string, unknown>): AlertThresholds {
  const stored = (settings['thresholds'] ?? {}) as Readonly<Record<string, unknown>>;
  const least = (name: string, usual: number) => {
    const value = stored[name];
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : usual;
  };
  return {
    waitSeconds: least('waitMinutes', targetsOf(settings).targetWaitSeconds / 60) * 60,
    waitingPatients: least('waitingPatients', usualThresholds.waitingPatients),
    overdueReviews: least('overdueReviews', usualThresholds.overdueReviews),
  };
}

/** Returns part of a whole, 0 to 1; null when the whole is zero. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
