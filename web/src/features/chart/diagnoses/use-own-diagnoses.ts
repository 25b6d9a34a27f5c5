import { computed } from 'vue';
import { useQuery, useQueryCache } from '@pinia/colada';
import { readOwnDiagnoses, setFavouriteDiagnosis } from '@yunzhen/shared/chart/terminology.contract';
import { api } from '../../../core/api/index.ts';

const key = ['own-diagnoses'];

/** What the doctor diagnoses often: favourites, and what was used last without them. */
export function useOwnDiagnoses() {
  const cache = useQueryCache();
  const own = useQuery({ key, query: ({ signal }) => api.call(readOwnDiagnoses, { signal }) });
  const favourites = computed(() => own.data.value?.favourites ?? []);
  const isFavourite = (code: string) => favourites.value.some((one) => one.code === code);
  return {
    favourites,
    recent: computed(() => (own.data.value?.recent ?? []).filter(({ code }) => !isFavourite(code))),
    isFavourite,
    renew: () => void own.refetch(),
    /** Rejects when the hospital did not take it; nothing is then changed here either. */
    async setFavourite(code: string, favourite: boolean): Promise<void> {
      cache.setQueryData(key, await api.call(setFavouriteDiagnosis, { params: { code }, body: { favourite } }));
    },
  };
}
