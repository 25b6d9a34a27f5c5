import { nextTick } from 'vue';

/**
 * Takes a row out of a form. Another row takes its place and the focus with it; only with the last row is the focus lost, and then led to
 * the row before it, else to what adds one. `data-rows` marks the group, `data-row-remove` and `data-row-add` its buttons.
 */
export async function removeRow(remove: () => void): Promise<void> {
  const rows = document.activeElement?.closest('[data-rows]');
  remove();
  await nextTick();
  if (!rows || document.activeElement !== document.body) return;
  const left = [...rows.querySelectorAll<HTMLElement>('[data-row-remove]:not(:disabled)')].at(-1);
  (left ?? rows.querySelector<HTMLElement>('[data-row-add]'))?.focus();
}
