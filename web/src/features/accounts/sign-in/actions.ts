import { signIn } from '@yunzhen/shared/accounts/auth.contract';
import {
  askForCode,
  askForContactCode,
  proveCode,
  resetPassword,
  signInByCode,
} from '@yunzhen/shared/accounts/one-time-codes.contract';
import { signUp } from '@yunzhen/shared/accounts/sign-up.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

export const useSignIn = (hooks: CommandHooks<typeof signIn>) => useCommand(signIn, hooks);

export const useSignInByCode = (hooks: CommandHooks<typeof signInByCode>) => useCommand(signInByCode, hooks);

export const useSignUp = (hooks: CommandHooks<typeof signUp>) => useCommand(signUp, hooks);

export const useResetPassword = (hooks: CommandHooks<typeof resetPassword>) => useCommand(resetPassword, hooks);

/** Sends a code to any contact, with or without an account. */
export const useAskForCode = (hooks: CommandHooks<typeof askForCode>) => useCommand(askForCode, hooks);

/** Sends a code to a new e-mail address or phone number of the account. */
export const useAskForContactCode = (hooks: CommandHooks<typeof askForContactCode>) =>
  useCommand(askForContactCode, hooks);

/** Exchanges a code for a proof. */
export const useProveCode = (hooks?: CommandHooks<typeof proveCode>) => useCommand(proveCode, hooks);
