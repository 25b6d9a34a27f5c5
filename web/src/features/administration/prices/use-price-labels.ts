import { computed } from 'vue';
import type { Currency } from '@yunzhen/shared/core/money';
import { useFormats, useText } from '../../../core/i18n/index.ts';
import { useDepartmentChoices, useDoctorTitles } from '../queries.ts';

/** Labels of departments and titles with prices, and formatted amounts. */
export function usePriceLabels() {
  const { t, localized } = useText();
  const formats = useFormats();
  const departments = useDepartmentChoices();
  const doctors = useDoctorTitles();
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
