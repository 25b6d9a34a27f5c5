import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { prescriptionDocumentEntity, type PrescriptionDocumentRow } from './prescription-document.entity.ts';
import { prescriptionSignatureEntity, type PrescriptionSignatureRow } from './prescription-signature.entity.ts';
import type { Locale } from '@yunzhen/shared/core/locale';

export type SignatureRow = Pick<
  PrescriptionSignatureRow,
  'role' | 'practitionerId' | 'jws' | 'certificatePem' | 'signedAt'
>;

export type DocumentRow = Pick<PrescriptionDocumentRow, 'bytes' | 'sha256'>;

export class SignatureRepository {
  async add(tx: Tx, prescriptionId: string, signature: SignatureRow): Promise<void> {
    const { role, practitionerId, jws, certificatePem, signedAt } = signature;
    const signed = { role, practitionerId, jws, certificatePem, signedAt };
    await tx.manager.insert(prescriptionSignatureEntity, {
      ...signed,
      id: newId(),
      hospitalId: tx.hospitalId,
      prescriptionId,
    });
  }

  async of(tx: Tx, prescriptionId: string): Promise<{ doctor: SignatureRow | null; pharmacist: SignatureRow | null }> {
    const rows = await tx.manager.findBy(prescriptionSignatureEntity, { prescriptionId });
    const by = (role: SignatureRow['role']) => rows.find((row) => row.role === role) ?? null;
    return { doctor: by('doctor'), pharmacist: by('pharmacist') };
  }

  /** Stores the sealed PDF; storing it again has no effect. */
  async keepDocument(tx: Tx, prescriptionId: string, locale: Locale, document: DocumentRow): Promise<void> {
    await tx.query(
      `INSERT INTO prescription_document (prescription_id, locale, hospital_id, bytes, sha256, sealed_at) VALUES ($1,$2,$3,$4,$5,$6)
       ON CONFLICT DO NOTHING`,
      [prescriptionId, locale, tx.hospitalId, document.bytes, document.sha256, tx.now],
    );
  }

  async document(tx: Tx, prescriptionId: string, locale: string): Promise<Buffer | null> {
    const [row] = await tx.query<{ bytes: Buffer }>(
      'SELECT bytes FROM prescription_document WHERE prescription_id = $1 AND locale = $2',
      [prescriptionId, locale],
    );
    return row?.bytes ?? null;
  }

  /** Returns the prescription with a PDF of this digest. */
  async prescriptionOfDocument(tx: Tx, sha256: Buffer): Promise<string | null> {
    const select = { prescriptionId: true, locale: true };
    const document = await tx.manager.findOne(prescriptionDocumentEntity, { select, where: { sha256 } });
    return document?.prescriptionId ?? null;
  }
}
