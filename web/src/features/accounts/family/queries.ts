import { useQuery } from '@pinia/colada';
import { readFamily } from '@yunzhen/shared/accounts/family.contract';
import { api } from '../../../core/api/index.ts';

/** Dependants and guardians. A message in the inbox tells of each change of them. */
export const useFamily = () =>
  useQuery({ key: ['inbox', 'family'], query: ({ signal }) => api.call(readFamily, { signal }) });
