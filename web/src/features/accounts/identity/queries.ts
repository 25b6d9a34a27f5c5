import { useQuery } from '@pinia/colada';
import { readIdentity } from '@yunzhen/shared/accounts/identity.contract';
import { api } from '../../../core/api/index.ts';

export const identityKey = (patientId: string) => ['identity', patientId];

export const useIdentity = (patientId: () => string) =>
  useQuery({
    key: () => identityKey(patientId()),
    query: ({ signal }) => api.call(readIdentity, { signal }),
  });
