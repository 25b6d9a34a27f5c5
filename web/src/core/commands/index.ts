export { useCommand, type CommandHooks } from './use-command.ts';
export { useCommandGroup } from './use-command-group.ts';
export { askForConfirmationBy, withConfirmation } from './confirmation.ts';
export { useFile } from './use-file.ts';
export { endAllIntentions } from './intention.ts';
