import { computed, onScopeDispose, watch } from 'vue';
import { showColour } from './brand-color.ts';
import { useHospitals } from './queries.ts';
import { chosenHospital, shownHospital } from './shown-brand.ts';

/** Reads the hospitals. While the form is open, the header names the chosen one and the page has its colour. */
export function useChosenHospital(slug: () => string) {
  const hospitals = useHospitals();
  const chosen = computed(() => hospitals.data.value?.hospitals.find((hospital) => hospital.slug === slug()));
  watch(
    chosen,
    (hospital) => {
      if (!hospital) return;
      chosenHospital.value = hospital.slug;
      showColour(hospital.brand);
      shownHospital.value = hospital;
    },
    { immediate: true },
  );
  onScopeDispose(() => (shownHospital.value = null));
  return { hospitals, chosen };
}
