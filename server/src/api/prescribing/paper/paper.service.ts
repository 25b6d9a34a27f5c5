import type { Locale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { readerOf } from '../prescription.policy.ts';
import { sealedStatuses } from '../prescription.repository.ts';
import type { Sealing } from '../../signing/index.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

export interface StoredDocument {
  bytes: Buffer;
  fileName: string;
}

interface DocumentServiceDeps extends PrescribingPart<'transactions' | 'repository' | 'documents' | 'files'> {
  sealing: Pick<Sealing<unknown>, 'askIfLost'>;
}

/** Serves the signed PDF to accounts that may read the prescription. */
export class DocumentService extends Service<DocumentServiceDeps> {
  /**
   * Throws `prescription.document-pending` while the PDF is being made, and makes sure that a job is making it. Throws `resource.not-found` for a
   * prescription that was not approved and so never gets one.
   */
  async read(context: ActorContext, id: string, locale: Locale): Promise<StoredDocument> {
    const found = await this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.repository.find(tx, id);
      if (!row || !readerOf(context.actor, row)) throw new AppError('resource.not-found', 'prescription not found');
      const place = await this.deps.documents.find(tx, id, locale);
      if (place) {
        await tx.audit('prescription.document-read', {
          entity: 'prescription',
          entityId: id,
          patientId: row.patientId,
        });
        return { place, fileName: `${row.number}.pdf` };
      }
      if (!sealedStatuses.includes(row.status))
        throw new AppError('resource.not-found', 'only an approved prescription has a PDF');
      await this.deps.sealing.askIfLost(tx, id, row.decidedAt);
      return null;
    });
    if (!found) throw new AppError('prescription.document-pending', 'PDF is not ready yet');
    return { bytes: await this.deps.files.get(found.place), fileName: found.fileName };
  }
}
