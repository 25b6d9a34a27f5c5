import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listUnratedVisits, readRating } from '@yunzhen/shared/visits/ratings.contract';
import { api } from '../../../core/api/index.ts';

/** Visits of the last weeks that the patient has not rated yet. */
export function useUnratedVisits() {
  return useQuery({
    key: ['rating', 'open'],
    query: async ({ signal }) => (await api.call(listUnratedVisits, { signal })).items,
  });
}

export function useRating(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['rating', toValue(visitId)],
    query: ({ signal }) => api.call(readRating, { params: { visitId: toValue(visitId) }, signal }),
  });
}
