import { computed, onScopeDispose, watch, type ComputedRef } from 'vue';
import { showColour, shownHospital } from '../../accounts/index.ts';
import { useHospitals } from './queries.ts';

/** Shows the hospital that issued a document in the header of the page. Returns its telephone number; null without one. */
export function useIssuingHospital(slug: () => string): ComputedRef<string | null> {
  const { data } = useHospitals();
  const issuer = computed(() => data.value?.hospitals.find((hospital) => hospital.slug === slug()));
  watch(
    issuer,
    (found) => {
      if (!found) return;
      shownHospital.value = found;
      showColour(found.brand);
    },
    { immediate: true },
  );
  onScopeDispose(() => (shownHospital.value = null));
  return computed(() => issuer.value?.phone ?? null);
}
