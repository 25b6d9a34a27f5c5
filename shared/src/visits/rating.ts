/** Why a patient gave these points; each may be named, none has to be. Words stand in the pages. */
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

/** How long a patient may correct a rating. Only then do staff see its words. */
export const ratingChangeDays = 7;

/** A mean of fewer ratings says more of single patients than of the doctor: it is not shown. */
export const leastRatings = 5;

/** For so many days after its end the pages offer to rate a visit. */
export const ratingOfferedDays = 30;

/** What is shown of a doctor’s ratings: their mean with one decimal and how many there are; null for too few. */
export function shownRating(ratings: number, points: number): { mean: number; ratings: number } | null {
  return ratings < leastRatings ? null : { mean: Math.round((points / ratings) * 10) / 10, ratings };
}
