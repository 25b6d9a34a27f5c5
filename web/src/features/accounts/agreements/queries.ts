import { useQuery } from '@pinia/colada';
import { listOwnAgreements, readAgreementTexts } from '@yunzhen/shared/accounts/agreements.contract';
import { api } from '../../../core/api/index.ts';

/** Versions that a new patient of the hospital agrees to. */
export const useAgreementTexts = (hospital: () => string) =>
  useQuery({
    key: () => ['agreement-texts', hospital()],
    enabled: () => hospital() !== '',
    query: ({ signal }) => api.call(readAgreementTexts, { params: { hospital: hospital() }, signal }),
  });

export const useOwnAgreements = () =>
  useQuery({
    key: ['own-agreements'],
    query: ({ signal }) => api.call(listOwnAgreements, { signal }),
    staleTime: 0,
  });
