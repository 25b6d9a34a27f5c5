import type { Locale } from '@yunzhen/shared/core/locale';
import type { FilePlace } from '../../../platform/files/store/file-place.ts';
import { claimObject } from '../../../platform/files/store/object-removals.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { prescriptionDocumentEntity, type PrescriptionDocumentRow } from './prescription-document.entity.ts';

/** The sealed PDFs of prescriptions, one in each language. */
export class SealedDocuments {
  /** Stores a PDF; storing it again has no effect. */
  async add(
    tx: Tx,
    prescriptionId: string,
    locale: Locale,
    { bytes, object, sha256 }: Pick<PrescriptionDocumentRow, 'bytes' | 'object' | 'sha256'>,
  ): Promise<void> {
    const kept = await tx.query(
      `INSERT INTO prescription_document (prescription_id, locale, hospital_id, bytes, object, sha256, sealed_at) VALUES ($1,$2,$3,$4,$5,$6,$7)
       ON CONFLICT DO NOTHING RETURNING locale`,
      [prescriptionId, locale, tx.hospitalId, bytes, object, sha256, tx.now],
    );
    if (kept.length > 0) await claimObject(tx, object);
  }

  async find(tx: Tx, prescriptionId: string, locale: string): Promise<FilePlace | null> {
    const [row] = await tx.query<FilePlace>(
      'SELECT bytes AS content, object FROM prescription_document WHERE prescription_id = $1 AND locale = $2',
      [prescriptionId, locale],
    );
    return row ?? null;
  }

  /** Returns the prescription with a PDF of this digest. */
  async prescriptionOf(tx: Tx, sha256: Buffer): Promise<string | null> {
    const select = { prescriptionId: true, locale: true };
    const document = await tx.manager.findOne(prescriptionDocumentEntity, { select, where: { sha256 } });
    return document?.prescriptionId ?? null;
  }
}
