import { defineShortcuts } from '@nuxt/ui/composables';
import { benchCommands, type CommandId } from './bench-commands.ts';

/** Shortcuts of the bench. They work while one types; a dialog that is open keeps the keys to itself. */
export function useBenchShortcuts(run: (command: CommandId) => void): void {
  defineShortcuts(
    Object.fromEntries(
      benchCommands.flatMap(({ id, keys }) => {
        if (!keys) return [];
        const handler = () => {
          if (!document.querySelector('[role="dialog"][data-state="open"]')) run(id);
        };
        // A single character is text while one types.
        return [[keys, { handler, usingInput: keys.includes('_') }]];
      }),
    ),
  );
}
