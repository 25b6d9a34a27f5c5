/** Focuses the first question with an error; the question itself while it has no field, because a part of it is loading or did not load. */
export function focusFault(root: HTMLElement): void {
  const fault = root.querySelector<HTMLElement>('[data-fault]');
  const field = fault?.querySelector<HTMLElement>(':is(input:not([type=file]), textarea, button)');
  (field ?? fault)?.focus();
}
