import { useQuery } from '@pinia/colada';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { api } from '../../../core/api/index.ts';

/** Hospitals of the installation, and the channels through which they can send a code. */
export const useHospitals = () =>
  useQuery({ key: ['hospitals'], query: ({ signal }) => api.call(listHospitals, { signal }) });
