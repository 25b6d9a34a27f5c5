import { computed, type Ref } from 'vue';
import { useQuery } from '@pinia/colada';
import { useDepartments } from '../queries.ts';

/** Returns departments that match the typed text, best first; all of them for no text. The word lists load when the patient starts to type. */
export function useDepartmentSearch(text: Ref<string>) {
  const departments = useDepartments();
  const isEmpty = computed(() => text.value.trim() === '');
  const lists = useQuery({
    key: ['department-search'],
    enabled: () => !isEmpty.value,
    query: () => import('../../intake/department-search.index.ts'),
    staleTime: Infinity,
    gcTime: false,
  });
  const all = computed(() => departments.data.value ?? []);
  const onDutyFirst = computed(() =>
    all.value.toSorted((a, b) => Number(b.doctorsOnDuty > 0) - Number(a.doctorsOnDuty > 0)),
  );
  return {
    departments,
    lists,
    found: computed(() =>
      isEmpty.value ? onDutyFirst.value : (lists.data.value?.findDepartments(text.value, all.value) ?? []),
    ),
    /** Departments to offer when nothing matches, so that no search is a dead end. */
    general: computed(() => lists.data.value?.generalDepartments(all.value) ?? []),
    /** Symptoms that the text may mean. */
    meant: computed(() => (isEmpty.value ? [] : (lists.data.value?.findSymptoms(text.value) ?? []))),
    isLoading: computed(() => !isEmpty.value && !lists.data.value),
  };
}
