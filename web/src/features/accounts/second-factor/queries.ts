import { useQuery } from '@pinia/colada';
import { readSecondFactors } from '@yunzhen/shared/accounts/second-factor.contract';
import { api } from '../../../core/api/index.ts';

export const secondFactorKey = ['second-factor', 'own'];

/** The account’s second factors, and until when this session may sign. Refetched whenever it is shown, because codes and confirmation expire. */
export const useSecondFactors = () =>
  useQuery({ key: secondFactorKey, query: ({ signal }) => api.call(readSecondFactors, { signal }), staleTime: 0 });
