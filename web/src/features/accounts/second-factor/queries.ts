import { useQuery } from '@pinia/colada';
import { readSecondFactors } from '@yunzhen/shared/accounts/second-factor.contract';
import { api } from '../../../core/api/index.ts';

export const secondFactorKey = ['second-factor', 'own'];

/** One’s second factors, and until when this session may sign. Fetched each time that it is shown: codes and minutes pass. */
export const useSecondFactors = () =>
  useQuery({ key: secondFactorKey, query: ({ signal }) => api.call(readSecondFactors, { signal }), staleTime: 0 });
