import { computed } from 'vue';
import { useQuery } from '@pinia/colada';
import { listDepartments, listDoctors } from '@yunzhen/shared/directory/directory.contract';
import type { Currency } from '@yunzhen/shared/core/money';
import { useFormats, useText } from '../../../core/i18n/index.ts';
import { api } from '../../../core/api/index.ts';

/** Departments and titles that a price may be for, and amounts as people write them. */
export function usePriceLabels() {
  const { t, localized } = useText();
  const formats = useFormats();
  const departments = useQuery({
    key: ['departments', 'choices'],
    query: ({ signal }) => api.call(listDepartments, { signal }),
  });
  const doctors = useQuery({
    key: ['doctors', 'titles'],
    query: ({ signal }) => api.call(listDoctors, { query: {}, signal }),
  });
  const titles = computed(() => {
    const byWords = new Map(doctors.data.value?.items.map(({ title }) => [`${title.en}\n${title.zh}`, title]) ?? []);
    return [...byWords].map(([value, title]) => ({ value, title, label: localized(title) }));
  });
  return {
    titles,
    departments: computed(
      () => departments.data.value?.items.map(({ id, name }) => ({ value: id, label: localized(name) })) ?? [],
    ),
    departmentName: (id: string | null) => {
      if (id === null) return t('administration.prices.everyDepartment');
      const found = departments.data.value?.items.find((department) => department.id === id);
      return found ? localized(found.name) : t('administration.prices.closedDepartment');
    },
    written: (amount: string, currency: Currency) => formats.value.money({ amount, currency }, 'narrowSymbol'),
  };
}
