import { onScopeDispose, shallowRef, watch } from 'vue';
import { lazyPart } from '../../../ui/index.ts';

const load = () => import('./doctor-delay.vue');

/** The notice about a late or absent doctor, which few patients see. */
export const DoctorDelay = lazyPart(load, 2);

/** How long the page waits for the notice, in milliseconds. Then it opens with a skeleton in the notice’s place. */
const longestWait = 1_000;

/**
 * Returns whether the page still opens: with the notice it appears once that is loaded, so that nothing moves, but soon in any case. `shows` is
 * undefined while it is not known whether there is one.
 */
export function useOpening(shows: () => boolean | undefined, loadNotice: () => Promise<unknown> = load) {
  const opening = shallowRef(true);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    opening.value = false;
  };
  onScopeDispose(() => clearTimeout(timer));
  watch(
    shows,
    (now) => {
      if (now === false) return end();
      if (!now || !opening.value) return;
      timer = setTimeout(end, longestWait);
      void loadNotice().then(end, end);
    },
    { immediate: true },
  );
  return opening;
}
