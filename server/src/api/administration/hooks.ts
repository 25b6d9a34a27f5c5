import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook } from '../core/hook.ts';

export type AdministrationHooks = ReturnType<typeof administrationHooks>;

/** What administration asks of areas above. */
export const administrationHooks = () => ({
  /** Whether the actor has confirmed the action with their second factor; throws `auth.second-factor-required`. */
  onConfirmationAsked: askHook<(tx: Tx, actor: Actor) => Promise<void>>(),
});
