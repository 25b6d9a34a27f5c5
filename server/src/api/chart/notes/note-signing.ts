import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { TrustPolicy } from '../../../platform/signing/certificate-trust.ts';

export interface KeptSignature {
  jws: string;
  certificatePem: string;
  signedAt: Date;
}

/** What notes need in order to be signed; handed in where the api is put together. */
export interface NoteSigning {
  /** To be asked in the transaction that it guards; throws `auth.second-factor-required`. */
  confirmSigner(tx: Tx, actor: Actor): Promise<void>;
  /** Signs canonical JSON with the practitioner’s key. */
  sign(tx: Tx, practitionerId: string, type: string, payload: JsonValue): Promise<KeptSignature>;
  trust(tx: Tx): Promise<TrustPolicy>;
  /** What was signed, when the signature holds and was to be trusted at its time. */
  read(signature: KeptSignature, type: string, trust: TrustPolicy): JsonValue | null;
}
