import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { JsonValue } from '../../platform/signing/canonical-json.ts';
import { askHook } from '../core/hook.ts';

/** The hospital's own signature. */
export interface Seal {
  /** Returns a compact JWS. */
  sign(tx: Tx, type: string, payload: JsonValue): Promise<string>;
  /** Null when it is no signature of the hospital. */
  read(tx: Tx, type: string, signed: string): Promise<JsonValue | null>;
  /** PEM of the certificate that signs at present. */
  certificate(tx: Tx): Promise<string>;
}

export type AdministrationHooks = ReturnType<typeof administrationHooks>;

/** What administration asks of areas above. */
export const administrationHooks = () => ({
  /** Whether the actor has confirmed the action with their second factor; throws `auth.second-factor-required`. */
  onConfirmationAsked: askHook<(tx: Tx, actor: Actor) => Promise<void>>(),
  onSealAsked: askHook<() => Seal>(),
});
