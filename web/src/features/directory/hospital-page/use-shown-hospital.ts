import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { useStorage } from '@vueuse/core';
import { showColour, shownHospital, useSessionStore } from '../../accounts/index.ts';
import { useHospitalList } from './queries.ts';

/**
 * Applies the name, logo and colour of a public page’s hospital, which the sign-in page then offers first. A signed-in user keeps the brand of their
 * own hospital.
 */
export function useShownHospital(slug: MaybeRefOrGetter<string>): void {
  const session = useSessionStore();
  const { data } = useHospitalList();
  const lastHospital = useStorage('yunzhen.hospital', '');
  watch(
    () => data.value?.hospitals.find((hospital) => hospital.slug === toValue(slug)),
    (hospital) => {
      if (!hospital || session.account) return;
      lastHospital.value = hospital.slug;
      showColour(hospital.brand);
      shownHospital.value = hospital;
    },
    { immediate: true },
  );
  onScopeDispose(() => (shownHospital.value = null));
}
