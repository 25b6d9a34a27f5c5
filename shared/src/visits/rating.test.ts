import { describe, expect, it } from 'vitest';
import { leastRatings, shownRating } from './rating.ts';

describe('the shown rating of a doctor', () => {
  it('is null while there are few ratings', () => {
    expect(shownRating(0, 0)).toBeNull();
    expect(shownRating(leastRatings - 1, 20)).toBeNull();
  });

  it('is the mean with one decimal', () => {
    expect(shownRating(leastRatings, 23)).toEqual({ mean: 4.6, ratings: 5 });
    expect(shownRating(7, 32)).toEqual({ mean: 4.6, ratings: 7 });
  });
});
