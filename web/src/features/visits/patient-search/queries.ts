import { computed, type Ref } from 'vue';
import { useQuery } from '@pinia/colada';
import { refDebounced } from '@vueuse/core';
import { searchPatients } from '@yunzhen/shared/visits/patient-search.contract';
import { api } from '../../../core/api/index.ts';

/** The doctor’s own patients whose name contains the typed words. Nothing is searched, and so nothing audited, before a letter is typed. */
export function usePatientSearch(typed: Ref<string>) {
  const words = refDebounced(
    computed(() => typed.value.trim()),
    200,
  );
  const found = useQuery({
    key: () => ['visit', 'patient-search', words.value],
    enabled: () => words.value !== '' && typed.value.trim() !== '',
    query: ({ signal }) => api.call(searchPatients, { query: { q: words.value }, signal }),
    placeholderData: (previous) => previous,
  });
  /** What is typed has no answer yet. */
  const searching = computed(() => found.isLoading.value || words.value !== typed.value.trim());
  return { found, searching };
}
