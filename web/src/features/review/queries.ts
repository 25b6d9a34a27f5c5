import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useInfiniteQuery, useQuery } from '@pinia/colada';
import { listReviews, readReview } from '@yunzhen/shared/review/review.contract';
import { api } from '../../core/api/index.ts';
import { useQueryRefresh } from '../../core/realtime/index.ts';

// Keys begin with the entity of the record socket: a change of a review fetches lists and detail again.

/** Open reviews come a hundred at a time, because their order is made over all of them. */
const pageSizes = { open: 100, decided: 20 } as const;
export type ReviewState = keyof typeof pageSizes;

export function useReviewList(state: ReviewState, enabled: MaybeRefOrGetter<boolean> = true) {
  const pages = useInfiniteQuery({
    key: ['review', 'list', state],
    initialPageParam: '' as string,
    enabled,
    query: ({ pageParam, signal }) =>
      api.call(listReviews, { query: { state, limit: pageSizes[state], cursor: pageParam || undefined }, signal }),
    getNextPageParam: ({ next }) => next,
  });
  return { ...pages, reviews: computed(() => pages.data.value?.pages.flatMap(({ items }) => items) ?? []) };
}

export function useReview(reviewId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['review', 'detail', toValue(reviewId)],
    query: ({ signal }) => api.call(readReview, { params: { reviewId: toValue(reviewId) }, signal }),
    // The checks are of this moment each time a prescription is opened.
    staleTime: 0,
  });
}

/** Fetches lists and details again, for a change that this page made itself. */
export function useReviewRefresh() {
  const refresh = useQueryRefresh();
  // A fetch that fails is shown by its query; one that a newer replaces ends as aborted.
  return () => refresh(['review']);
}
