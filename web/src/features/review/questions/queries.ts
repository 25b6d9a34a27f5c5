import { useQuery } from '@pinia/colada';
import { listReviewThreads } from '@yunzhen/shared/review/review.contract';
import { api } from '../../../core/api/index.ts';

/** Pharmacists’ questions about a visit’s prescriptions, for its doctor. */
export function useReviewThreads(visitId: () => string) {
  return useQuery({
    key: () => ['review-thread', visitId()],
    query: ({ signal }) => api.call(listReviewThreads, { params: { visitId: visitId() }, signal }),
  });
}
