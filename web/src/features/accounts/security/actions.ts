import { changePassword } from '@yunzhen/shared/accounts/account-security.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

/** Ends all other sessions of the person. */
export const useChangePassword = (hooks: CommandHooks<typeof changePassword>) => useCommand(changePassword, hooks);
