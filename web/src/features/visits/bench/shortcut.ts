const isMac = /Macintosh;/.test(globalThis.navigator?.userAgent ?? '');

/**
 * Returns whether a key press matches a shortcut: `alt_n`, `meta_k` (Ctrl where there is no ⌘), or a single character. With Alt the physical key
 * counts, because Alt changes the character on some keyboards.
 */
export function isShortcut(event: KeyboardEvent, keys: string, mac = isMac): boolean {
  const parts = keys.split('_');
  const key = parts.pop() ?? '';
  const wants = (modifier: string) => parts.includes(modifier);
  if (event.altKey !== wants('alt')) return false;
  if (event.metaKey !== (wants('meta') && mac)) return false;
  if (event.ctrlKey !== (wants('ctrl') || (wants('meta') && !mac))) return false;
  if (wants('alt')) return event.code === `Key${key.toUpperCase()}` && !event.shiftKey;
  // Whether a symbol needs Shift depends on the keyboard layout.
  return event.key.toLowerCase() === key && (event.shiftKey === wants('shift') || !/^[a-z]$/.test(key));
}

/** Returns whether a dialog is open: a shortcut would open another below it, or act on a page that is out of reach. A confirmation is the browser’s own dialog. */
export const isDialogOpen = () => document.querySelector('[role="dialog"][data-state="open"], dialog[open]') !== null;
