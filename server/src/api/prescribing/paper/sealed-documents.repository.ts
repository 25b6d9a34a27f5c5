import type { Locale } from '@yunzhen/shared/core/locale';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
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
    const { hospitalId, now: sealedAt } = tx;
    const document = { prescriptionId, locale, hospitalId, bytes, object, sha256, sealedAt };
    if (await insertUnlessThere(tx, prescriptionDocumentEntity, document)) await claimObject(tx, object);
  }

  async find(tx: Tx, prescriptionId: string, locale: Locale): Promise<FilePlace | null> {
    const select = { prescriptionId: true, locale: true, bytes: true, object: true };
    const row = await tx.manager.findOne(prescriptionDocumentEntity, { select, where: { prescriptionId, locale } });
    return row && { content: row.bytes, object: row.object };
  }

  /** Returns the prescription with a PDF of this digest. */
  async prescriptionOf(tx: Tx, sha256: Buffer): Promise<string | null> {
    const select = { prescriptionId: true, locale: true };
    const document = await tx.manager.findOne(prescriptionDocumentEntity, { select, where: { sha256 } });
    return document?.prescriptionId ?? null;
  }
}
