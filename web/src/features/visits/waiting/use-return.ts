import { watch } from 'vue';
import { useDocumentVisibility, useEventListener } from '@vueuse/core';

/**
 * Looking at the page again is coming back: when it is opened, and when it was hidden and is seen again. A page that stays open while
 * its owner is in the kitchen says nothing by itself. Whatever was missed meanwhile (a telephone that slept, another network) is fetched.
 */
export function useReturn(parts: {
  /** Undefined until it is known. */
  isAway: () => boolean | undefined;
  comeBack: () => void;
  refetch: () => void;
}): void {
  const visibility = useDocumentVisibility();
  let seenBefore = false;

  watch(
    [visibility, parts.isAway],
    ([visible, away]) => {
      if (visible === 'hidden') {
        seenBefore = false;
        return;
      }
      if (away === undefined || seenBefore) return;
      seenBefore = true;
      if (away) parts.comeBack();
    },
    { immediate: true },
  );
  watch(visibility, (now) => now === 'visible' && parts.refetch());
  // A page that the browser kept frozen comes back as it was.
  useEventListener(window, 'pageshow', ({ persisted }) => persisted && parts.refetch());
  useEventListener(window, 'online', () => parts.refetch());
}
