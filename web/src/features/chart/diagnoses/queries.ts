import { computed } from 'vue';
import { useQuery } from '@pinia/colada';
import { readDiagnoses, searchIcd10 } from '@yunzhen/shared/chart/chart.contract';
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

/** Codes of ICD-10 for the typed text, from the second letter on. */
export function useIcd10(words: () => string) {
  return useQuery({
    key: () => ['icd10', words()],
    enabled: () => words().length > 1,
    query: ({ signal }) => findIcd10(words(), 5, signal),
  });
}

export const findIcd10 = async (words: string, limit: number, signal: AbortSignal) =>
  (await api.call(searchIcd10, { query: { q: words, limit }, signal })).items;
