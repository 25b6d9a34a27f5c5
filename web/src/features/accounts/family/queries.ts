import { useQuery } from '@pinia/colada';
import { readFamily } from '@yunzhen/shared/accounts/family.contract';
import { api } from '../../../core/api/index.ts';

/** Dependants and guardians. An inbox message announces each change, which refetches them. */
export const useFamily = () =>
  useQuery({ key: ['inbox', 'family'], query: ({ signal }) => api.call(readFamily, { signal }) });
