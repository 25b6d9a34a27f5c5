import { computed } from 'vue';
import { useText } from '../../core/i18n/index.ts';
import { useNames } from '../../ui/index.ts';
import { useScopeDepartments, useScopeDoctors } from './queries.ts';
import type { Scope } from './scope.ts';

/** Names of the department and the doctor of the scope, from the directory. */
export function usePlaceNames(scope: Scope) {
  const { localized } = useText();
  const { personName } = useNames();
  const departments = useScopeDepartments(scope);
  const doctors = useScopeDoctors(scope);
  return {
    department: computed(() => {
      const found = departments.data.value?.items.find(({ id }) => id === scope.departmentId);
      return found ? localized(found.name) : undefined;
    }),
    doctor: computed(() => {
      const found = doctors.data.value?.items.find(({ id }) => id === scope.practitionerId);
      return found ? personName(found) : undefined;
    }),
  };
}
