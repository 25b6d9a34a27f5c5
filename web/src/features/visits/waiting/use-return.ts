import { watch } from 'vue';
import { useDocumentVisibility, useEventListener } from '@vueuse/core';

/**
 * Reports the patient’s return when the page opens, or becomes visible after being hidden. A page that stays open does not report a return on its
 * own.
 * Refetches what was missed (a sleeping phone, another network).
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
  // A page restored from the back/forward cache has its old state.
  useEventListener(window, 'pageshow', ({ persisted }) => persisted && parts.refetch());
  useEventListener(window, 'online', () => parts.refetch());
}
