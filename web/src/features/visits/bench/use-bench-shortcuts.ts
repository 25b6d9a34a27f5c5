import { useEventListener } from '@vueuse/core';
import { benchCommands, type CommandId } from './bench-commands.ts';
import { isDialogOpen, isShortcut } from './shortcut.ts';

/** Shortcuts of the bench. They work in text fields; an open dialog disables them. */
export function useBenchShortcuts(run: (command: CommandId) => void): void {
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    const command = benchCommands.find(({ keys }) => keys !== undefined && isShortcut(event, keys));
    if (!command) return;
    // In a text field a single character is typed text.
    if (!command.keys?.includes('_') && isTyping(document.activeElement)) return;
    event.preventDefault();
    if (!isDialogOpen()) run(command.id);
  });
}

const isTyping = (element: Element | null) =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLElement && element.isContentEditable);
