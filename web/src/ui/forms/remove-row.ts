import { nextTick } from 'vue';

/**
 * Removes a row of a form and keeps focus: on the row that moves into its place, else on the row before it, else on the add button. `data-rows` marks
 * the group, `data-row-remove` and `data-row-add` its buttons.
 */
export async function removeRow(remove: () => void): Promise<void> {
  const rows = document.activeElement?.closest('[data-rows]');
  remove();
  await nextTick();
  if (!rows || document.activeElement !== document.body) return;
  const left = [...rows.querySelectorAll<HTMLElement>('[data-row-remove]:not(:disabled)')].at(-1);
  (left ?? rows.querySelector<HTMLElement>('[data-row-add]'))?.focus();
}
