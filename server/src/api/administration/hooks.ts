import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { JsonValue } from '../../platform/signing/canonical-json.ts';
import { askHook, hook } from '../core/hook.ts';

/** The hospital's own signature. */
export interface Seal {
  /** Returns a compact JWS. */
  sign(tx: Tx, type: string, payload: JsonValue): Promise<string>;
  /** Returns null when it is not a signature of the hospital. */
  read(tx: Tx, type: string, signed: string): Promise<JsonValue | null>;
  /** Returns the PEM of the certificate with which this was signed as `type`. */
  certificate(tx: Tx, type: string, signed: string): Promise<string>;
}

export type AdministrationHooks = ReturnType<typeof administrationHooks>;

/** Hooks that administration needs other areas to handle. */
export const administrationHooks = () => ({
  /** Checks that the actor confirmed the action with a second factor; throws `auth.second-factor-required`. */
  onConfirmationAsked: askHook<(tx: Tx, actor: Actor) => Promise<void>>(),
  /** The hospital trusts devices for fewer days than before. */
  onTrustShortened: hook<[days: number]>(),
  onSealAsked: askHook<() => Seal>(),
});
