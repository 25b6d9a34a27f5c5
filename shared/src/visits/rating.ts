/** Optional reasons for the points. Their texts are in the pages. */
export const careReasons = [
  'listened',
  'explained-well',
  'took-time',
  'not-listened',
  'unclear',
  'rushed',
  'long-wait',
] as const;
export const pictureReasons = ['sound-broken', 'picture-frozen', 'line-lost', 'delayed', 'hard-to-join'] as const;
export const ratingReasons = [...careReasons, ...pictureReasons] as const;
export type RatingReason = (typeof ratingReasons)[number];

export const ratingPoints = [1, 2, 3, 4, 5] as const;

/** How long a patient may correct a rating. Only then do staff see its comment. */
export const ratingChangeDays = 7;

/** A mean of fewer ratings reveals single patients’ opinions, so it is hidden. */
export const leastRatings = 5;

/** Days after its end in which the pages offer to rate a visit. */
export const ratingOfferedDays = 30;

/** Returns the shown rating of a doctor: mean with one decimal, and number; null for too few. */
export function shownRating(ratings: number, points: number): { mean: number; ratings: number } | null {
  return ratings < leastRatings ? null : { mean: Math.round((points / ratings) * 10) / 10, ratings };
}
