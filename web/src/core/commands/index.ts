export { useCommand, type CommandHooks, type CommandOptions } from './use-command.ts';
export { endAllIntentions } from './intention.ts';
