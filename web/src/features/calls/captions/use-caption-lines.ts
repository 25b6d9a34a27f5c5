import { computed, onScopeDispose, shallowRef } from 'vue';
import { captionShownMs, shownCaptions, withCaption, type ShownCaption } from './caption-lines.ts';

/** The latest lines of a call, and whether the page shows them: from the first one on, or at the user’s wish. */
export function useCaptionLines() {
  const lines = shallowRef<readonly ShownCaption[]>([]);
  const shown = shallowRef(false);
  const dismissed = shallowRef(false);
  let expiry: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(expiry));

  function expire(): void {
    clearTimeout(expiry);
    // Hidden lines wait until they are shown.
    if (!shown.value) return;
    lines.value = shownCaptions(lines.value, Date.now());
    const oldest = Math.min(...lines.value.map(({ at }) => at));
    if (lines.value.length > 0) expiry = setTimeout(expire, Math.max(0, oldest + captionShownMs - Date.now()));
  }

  function add(caption: Omit<ShownCaption, 'at'>): void {
    lines.value = withCaption(lines.value, { ...caption, at: Date.now() });
    if (!dismissed.value) shown.value = true;
    expire();
  }

  function show(): void {
    dismissed.value = false;
    shown.value = true;
    lines.value = lines.value.map((line) => ({ ...line, at: Date.now() }));
    expire();
  }

  function hide(): void {
    dismissed.value = true;
    shown.value = false;
    clear();
  }

  function clear(): void {
    lines.value = [];
    expire();
  }

  return {
    lines,
    add,
    clear,
    shown: computed({ get: () => shown.value, set: (now) => (now ? show() : hide()) }),
    /** Whether lines have arrived since the user hid the captions. */
    waiting: computed(() => dismissed.value && lines.value.length > 0),
  };
}
