import { computed } from 'vue';
import { useQuery } from '@pinia/colada';
import { readDiagnoses } from '@yunzhen/shared/chart/chart.contract';
import { readOwnDiagnoses } from '@yunzhen/shared/chart/terminology.contract';
import { api } from '../../../core/api/index.ts';
import { chartKeys } from '../queries.ts';

export function useDiagnoses(visitId: string) {
  return useQuery({
    key: chartKeys.diagnoses(visitId),
    query: ({ signal }) => api.call(readDiagnoses, { params: { visitId }, signal }),
  });
}

export const fetchDiagnoses = (visitId: string) => api.call(readDiagnoses, { params: { visitId } });

export const ownDiagnosesKey = ['own-diagnoses'];

/** The doctor’s frequent diagnoses: favourites, and the latest ones that are not favourites. */
export function useOwnDiagnoses() {
  const own = useQuery({
    key: ownDiagnosesKey,
    query: ({ signal }) => api.call(readOwnDiagnoses, { signal }),
  });
  const favourites = computed(() => own.data.value?.favourites ?? []);
  const isFavourite = (code: string) => favourites.value.some((one) => one.code === code);
  return {
    favourites,
    recent: computed(() => (own.data.value?.recent ?? []).filter(({ code }) => !isFavourite(code))),
    isFavourite,
  };
}
