import { computed } from 'vue';
import { useText } from '../../core/i18n/index.ts';
import { nameInOrder } from '../../ui/index.ts';
import { useScopeDepartments, useScopeDoctors } from './queries.ts';
import type { Scope } from './scope.ts';

/** Names of the department and the doctor of the scope, from the directory. */
export function usePlaceNames(scope: Scope) {
  const { locale, localized } = useText();
  const departments = useScopeDepartments(scope);
  const doctors = useScopeDoctors(scope);
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
