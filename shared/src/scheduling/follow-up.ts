/**
 * Returns the path where a patient books a time with a doctor. It contains only the id of the visit that it follows, because addresses appear in
 * histories and logs; the texts come from the record.
 */
export function bookingPath(to: { doctorId: string; departmentId: string; afterVisitId?: string }): string {
  const after = to.afterVisitId === undefined ? '' : `&after=${to.afterVisitId}`;
  return `/book/${to.doctorId}?departmentId=${to.departmentId}${after}`;
}

/** Periods that a doctor may propose, in days from the visit. */
export const followUpSpans = {
  'few-days': { fromDays: 2, untilDays: 5 },
  'one-week': { fromDays: 5, untilDays: 10 },
  'two-weeks': { fromDays: 11, untilDays: 18 },
  'one-month': { fromDays: 25, untilDays: 38 },
  'three-months': { fromDays: 80, untilDays: 105 },
  'half-year': { fromDays: 165, untilDays: 200 },
} as const;
export type FollowUpSpan = keyof typeof followUpSpans;
