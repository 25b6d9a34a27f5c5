import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listReviews, readReview } from '@yunzhen/shared/review/review.contract';
import { api } from '../../core/api/index.ts';
import { usePages } from '../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of a review refetches lists and detail.

/** Open reviews load a hundred at a time, because their order is computed over all of them. */
const pageSizes = { open: 100, decided: 20 } as const;
export type ReviewState = keyof typeof pageSizes;

export const useReviewList = (state: ReviewState, enabled: () => boolean = () => true) =>
  usePages(listReviews, {
    key: ['review', 'list', state],
    query: () => ({ state, limit: pageSizes[state] }),
    enabled,
  });

export function useReview(reviewId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['review', 'detail', toValue(reviewId)],
    query: ({ signal }) => api.call(readReview, { params: { reviewId: toValue(reviewId) }, signal }),
    // Opening a prescription always runs the checks again.
    staleTime: 0,
  });
}
