import type { Ref } from 'vue';
import { useEventListener } from '@vueuse/core';

/**
 * Single-key shortcuts of the call. They are active only while focus is in the call or on the body, so that typing or speech input elsewhere cannot
 * turn off a camera (WCAG 2.1.4).
 */
export function useCallShortcuts(stage: Ref<HTMLElement | null>, keys: Readonly<Record<string, () => void>>) {
  useEventListener(document, 'keydown', (event) => {
    const action = keys[event.key.toLowerCase()];
    if (!action || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const { activeElement } = document;
    const nowhere = activeElement === null || activeElement === document.body;
    if (!nowhere && !stage.value?.contains(activeElement)) return;
    if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLSelectElement) return;
    event.preventDefault();
    action();
  });
}
