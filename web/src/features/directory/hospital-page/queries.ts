import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { readHospitalPage } from '@yunzhen/shared/directory/hospital-page.contract';
import { api } from '../../../core/api/index.ts';

export const useHospitalList = () =>
  useQuery({ key: ['hospitals'], query: ({ signal }) => api.call(listHospitals, { signal }) });

export const useHospitalPage = (hospital: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => ['hospital-page', toValue(hospital)],
    query: ({ signal }) => api.call(readHospitalPage, { params: { hospital: toValue(hospital) }, signal }),
  });
