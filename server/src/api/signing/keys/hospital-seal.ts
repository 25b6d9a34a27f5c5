import { AppError } from '@yunzhen/shared/core/errors';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { CertificateIssuer } from '../../../platform/signing/certificate-authority.ts';
import { signJws, verifyJws } from '../../../platform/signing/jws.ts';
import { withSealedKey, type KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import { Service } from '../../../platform/service.ts';
import type { Authority, CredentialRepository } from './credential.repository.ts';
import type { SigningGate } from './signing-gate.ts';

/** Encryption context of the key of a hospital’s authority: owner and purpose. */
export const authorityKeyContext = (hospitalId: string) => `hospital/${hospitalId}/authority`;

interface HospitalSealDeps {
  keyEncryption: KeyEncryption;
  credentials: CredentialRepository;
  gate: SigningGate;
}

/** Signs in the hospital’s own name with the key of its authority. */
export class HospitalSeal extends Service<HospitalSealDeps> {
  /** Decrypts the authority’s key for one use; of a former authority if given. Throws `signing.isolated-copy` and `clock.unreliable`. */
  async use<Value>(
    tx: Tx,
    work: (authority: CertificateIssuer) => Value | Promise<Value>,
    authority?: Authority,
  ): Promise<Value> {
    this.deps.gate.assertOpen();
    const { certificate, sealedKey } = authority ?? (await this.deps.credentials.authority(tx));
    const context = authorityKeyContext(tx.hospitalId);
    return withSealedKey(this.deps.keyEncryption, sealedKey, context, (key) => work({ certificate, key }));
  }

  /** Returns a compact JWS. Throws as `use`. */
  sign(tx: Tx, type: string, payload: JsonValue): Promise<string> {
    return this.use(tx, ({ certificate, key }) =>
      signJws(payload, type, { key, certificate, kid: certificate.serialNumber }),
    );
  }

  /** Returns the certificate, as PEM, with which the hospital signed this as `type`: the current authority’s or a former one’s. */
  async certificate(tx: Tx, type: string, jws: string): Promise<string> {
    const authorities = await this.deps.credentials.authorities(tx);
    const signer = authorities.find(({ certificate }) => verifyJws(jws, type, certificate).outcome === 'valid');
    if (!signer) throw new AppError('internal', 'no authority of the hospital signed this');
    return signer.certificate.pem;
  }

  /** Returns the payload that the hospital signed as `type`; null when no key signed it that counted when it was made. */
  read(tx: Tx, type: string, jws: string): Promise<JsonValue | null> {
    return readSeal(tx, this.deps.credentials, type, jws);
  }

  /** Returns a text that changes when an authority of the hospital is added, changed or revoked, so that `read` may answer differently. */
  trustVersion(tx: Tx): Promise<string> {
    return this.deps.credentials.trustVersion(tx);
  }
}

/** Like `HospitalSeal.read`, without access to keys. */
export async function readSeal(
  tx: Tx,
  credentials: CredentialRepository,
  type: string,
  jws: string,
): Promise<JsonValue | null> {
  const { authorities, revokedAt } = await credentials.trust(tx);
  for (const authority of authorities) {
    const verification = verifyJws(jws, type, authority);
    if (verification.outcome !== 'valid') continue;
    const until = revokedAt?.(authority.serialNumber);
    return !until || isMadeBefore(until, verification.payload) ? verification.payload : null;
  }
  return null;
}

/** What the hospital signs states when it was made, in one of these members. */
const timed = z.union([
  z.looseObject({ madeAt: z.iso.datetime() }).transform(({ madeAt }) => madeAt),
  z.looseObject({ dispensedAt: z.iso.datetime() }).transform(({ dispensedAt }) => dispensedAt),
]);

function isMadeBefore(until: Date, payload: JsonValue): boolean {
  const { data } = timed.safeParse(payload);
  return data !== undefined && new Date(data) < until;
}
