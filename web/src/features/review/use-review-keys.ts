import type { Ref } from 'vue';
import { useEventListener } from '@vueuse/core';

// A checkbox takes no text: after a tick by mouse the keys go on working.
const typingIn =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="combobox"], [role="listbox"]';

/**
 * Single-key shortcuts of the review page. They are active while focus is in the page or on the body, never while typing or in a dialog (WCAG 2.1.4).
 * None of them decides anything alone.
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
