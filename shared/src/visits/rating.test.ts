import { describe, expect, it } from 'vitest';
import { leastRatings, shownRating } from './rating.ts';

describe('what is shown of a doctor’s ratings', () => {
  it('is nothing as long as there are few', () => {
    expect(shownRating(0, 0)).toBeNull();
    expect(shownRating(leastRatings - 1, 20)).toBeNull();
  });

  it('is the mean with one decimal', () => {
    expect(shownRating(leastRatings, 23)).toEqual({ mean: 4.6, ratings: 5 });
    expect(shownRating(7, 32)).toEqual({ mean: 4.6, ratings: 7 });
  });
});
