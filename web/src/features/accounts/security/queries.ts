import { useQuery } from '@pinia/colada';
import { listOwnSessions } from '@yunzhen/shared/accounts/account-security.contract';
import { api } from '../../../core/api/index.ts';

export const ownSessionsKey = ['own-sessions'];

export const useOwnSessions = () =>
  useQuery({ key: ownSessionsKey, query: ({ signal }) => api.call(listOwnSessions, { signal }), staleTime: 0 });
