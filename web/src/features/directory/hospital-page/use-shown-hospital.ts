import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { useStorage } from '@vueuse/core';
import { showColour, shownHospital, useSessionStore } from '../../accounts/index.ts';
import { useHospitalList } from './queries.ts';

/**
 * Applies the name, logo and colour of a public page’s hospital. A signed-in user keeps the brand of their own hospital.
 *
 * @param found whether the page’s own data have arrived: from then on sign-in and sign-up offer this hospital first
 */
export function useShownHospital(slug: MaybeRefOrGetter<string>, found: () => boolean): void {
  const session = useSessionStore();
  const { data } = useHospitalList();
  const lastHospital = useStorage('yunzhen.hospital', '');
  watch(
    () => data.value?.hospitals.find((hospital) => hospital.slug === toValue(slug)),
    (hospital) => {
      if (!hospital || session.account) return;
      showColour(hospital.brand);
      shownHospital.value = hospital;
    },
    { immediate: true },
  );
  // Does not wait for the list of hospitals: the page may lead on before that has arrived.
  watch(
    () => (found() && !session.account ? toValue(slug) : undefined),
    (seen) => {
      if (seen) lastHospital.value = seen;
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    shownHospital.value = null;
    // What the server said of this page does not hold for the next.
    for (const element of document.head.querySelectorAll('[rel=canonical], [type="application/ld+json"]'))
      element.remove();
  });
}
