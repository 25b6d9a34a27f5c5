import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import { readCertificate } from '../../../platform/signing/certificate.ts';
import { signJws } from '../../../platform/signing/jws.ts';
import { withSealedKey, type KeyEncryption } from '../../../platform/signing/key-vault.ts';

/** Signs in the hospital’s own name, with the key that its certificate stands for. Returns a compact JWS. */
export async function sealByHospital(vault: KeyEncryption, tx: Tx, type: string, payload: JsonValue): Promise<string> {
  const [row] = await tx.query<{ certificatePem: string; sealedKey: string }>(
    `SELECT certificate_pem AS "certificatePem", sealed_key AS "sealedKey" FROM signing_credential
     WHERE kind = 'hospital-ca' ORDER BY created_at DESC LIMIT 1`,
  );
  if (!row) throw new AppError('internal', 'hospital has no authority certificate');
  const certificate = readCertificate(row.certificatePem);
  return withSealedKey(vault, row.sealedKey, `hospital/${tx.hospitalId}/authority`, (key) =>
    signJws(payload, type, { key, certificate, kid: certificate.serialNumber }),
  );
}
