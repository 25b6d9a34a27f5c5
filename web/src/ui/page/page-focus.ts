let wanted = false;

/** After a navigation the next page heading receives focus, so that screen readers and keyboards start there. */
export function requestPageFocus(): void {
  wanted = true;
}

/** Focuses the heading when a navigation requested it. */
export function takePageFocus(heading: HTMLElement | null): void {
  if (!wanted || !heading) return;
  wanted = false;
  heading.focus({ preventScroll: true });
}
