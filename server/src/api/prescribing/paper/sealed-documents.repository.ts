import type { Locale } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { prescriptionDocumentEntity, type PrescriptionDocumentRow } from './prescription-document.entity.ts';

/** The sealed PDFs of prescriptions, one in each language. */
export class SealedDocuments {
  /** Stores a PDF; storing it again has no effect. */
  async add(
    tx: Tx,
    prescriptionId: string,
    locale: Locale,
    { bytes, sha256 }: Pick<PrescriptionDocumentRow, 'bytes' | 'sha256'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO prescription_document (prescription_id, locale, hospital_id, bytes, sha256, sealed_at) VALUES ($1,$2,$3,$4,$5,$6)
       ON CONFLICT DO NOTHING`,
      [prescriptionId, locale, tx.hospitalId, bytes, sha256, tx.now],
    );
  }

  async find(tx: Tx, prescriptionId: string, locale: string): Promise<Buffer | null> {
    const [row] = await tx.query<{ bytes: Buffer }>(
      'SELECT bytes FROM prescription_document WHERE prescription_id = $1 AND locale = $2',
      [prescriptionId, locale],
    );
    return row?.bytes ?? null;
  }

  /** Returns the prescription with a PDF of this digest. */
  async prescriptionOf(tx: Tx, sha256: Buffer): Promise<string | null> {
    const select = { prescriptionId: true, locale: true };
    const document = await tx.manager.findOne(prescriptionDocumentEntity, { select, where: { sha256 } });
    return document?.prescriptionId ?? null;
  }
}
