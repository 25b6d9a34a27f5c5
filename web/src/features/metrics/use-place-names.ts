import { computed } from 'vue';
import { useQuery } from '@pinia/colada';
import { listDepartments, listDoctors } from '@yunzhen/shared/directory/directory.contract';
import { useText } from '../../core/i18n/index.ts';
import { api } from '../../core/api/index.ts';
import { nameInOrder } from '../../ui/index.ts';
import type { Scope } from './scope.ts';

/** What the department and the doctor are called whose figures are shown, from the directory. */
export function usePlaceNames(scope: Scope) {
  const { locale, localized } = useText();
  const departments = useQuery({
    key: ['figure-pages', 'departments'],
    enabled: () => scope.departmentId !== undefined,
    query: ({ signal }) => api.call(listDepartments, { signal }),
  });
  const doctors = useQuery({
    key: ['figure-pages', 'doctors', scope.departmentId ?? ''],
    enabled: () => scope.practitionerId !== undefined,
    query: ({ signal }) =>
      api.call(listDoctors, { query: scope.departmentId ? { departmentId: scope.departmentId } : {}, signal }),
  });
  return {
    department: computed(() => {
      const found = departments.data.value?.items.find(({ id }) => id === scope.departmentId);
      return found ? localized(found.name) : undefined;
    }),
    doctor: computed(() => {
      const found = doctors.data.value?.items.find(({ id }) => id === scope.practitionerId);
      return found ? nameInOrder(found.name, found.nameLatin, locale.value) : undefined;
    }),
  };
}
