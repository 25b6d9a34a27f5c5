import { shallowRef, watch } from 'vue';
import { lazyPart } from '../../../ui/index.ts';

const load = () => import('./doctor-delay.vue');

/** The notice about a late or absent doctor, which few patients see. */
export const DoctorDelay = lazyPart(load);

/**
 * Returns whether the page still opens: with the notice it appears once that is loaded, so that nothing moves. `shows` is undefined while it is not
 * known whether there is one.
 */
export function useOpening(shows: () => boolean | undefined) {
  const opening = shallowRef(true);
  const end = () => (opening.value = false);
  watch(
    shows,
    (now) => {
      if (now) void load().then(end, end);
      else if (now === false) end();
    },
    { immediate: true },
  );
  return opening;
}
