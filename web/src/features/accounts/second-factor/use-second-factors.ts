import { useQuery, useQueryCache } from '@pinia/colada';
import { readSecondFactors, type SecondFactorState } from '@yunzhen/shared/accounts/second-factor.contract';
import { api } from '../../../core/api/index.ts';

const key = ['second-factor', 'own'];

/** One’s second factors, and until when this session may sign. Asked anew each time that somebody looks: codes and minutes pass. */
export function useSecondFactors() {
  const cache = useQueryCache();
  const query = useQuery({ key, query: ({ signal }) => api.call(readSecondFactors, { signal }), staleTime: 0 });
  return {
    state: query.data,
    error: query.error,
    refresh: () => query.refetch(),
    take: (state: SecondFactorState) => cache.setQueryData(key, state),
  };
}
