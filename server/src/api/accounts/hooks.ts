import { hook } from '../core/hook.ts';

export type AccountsHooks = ReturnType<typeof accountsHooks>;

/** Hooks for other areas to react to changes of accounts. */
export const accountsHooks = () => ({
  /** An account was closed, its roles changed, or it may no longer act for a dependant. */
  onRightsLost: hook<[accountId: string]>(),
  /** Sessions of an account ended in this transaction. */
  onSessionsEnded: hook<[accountId: string]>(),
});
