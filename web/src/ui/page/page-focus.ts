let wanted = false;

/** After a navigation the next heading of a page takes the focus, so that screen readers and keyboards start there. */
export function requestPageFocus(): void {
  wanted = true;
}

/** Gives the focus to the heading when a navigation asked for it. */
export function takePageFocus(heading: HTMLElement | null): void {
  if (!wanted || !heading) return;
  wanted = false;
  heading.focus({ preventScroll: true });
}
