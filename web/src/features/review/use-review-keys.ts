import type { Ref } from 'vue';
import { useEventListener } from '@vueuse/core';

const typingIn = 'input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"], [role="listbox"]';

/**
 * Single-key shortcuts of the review page. They hold while the focus is in the page or nowhere in particular, never
 * while something is typed or a dialog is open (WCAG 2.1.4), and none of them decides anything by itself.
 */
export function useReviewKeys(
  page: Readonly<Ref<HTMLElement | null>>,
  keys: Readonly<Record<string, () => void>>,
): void {
  useEventListener(document, 'keydown', (event) => {
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { activeElement } = document;
    const nowhere = activeElement === null || activeElement === document.body;
    if (!nowhere && !page.value?.contains(activeElement)) return;
    if (activeElement?.matches(typingIn)) return;
    event.preventDefault();
    action();
  });
}
