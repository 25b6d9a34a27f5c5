import { hook } from '../core/hook.ts';

export type AccountsHooks = ReturnType<typeof accountsHooks>;

/** Where other areas join in what happens to accounts. */
export const accountsHooks = () => ({
  /** An account was closed, its roles changed, or it no longer acts for a dependant. */
  onRightsLost: hook<[accountId: string]>(),
  /** Sessions of an account have ended, in this transaction. */
  onSessionsEnded: hook<[accountId: string]>(),
});
