import type { Locale } from '@yunzhen/shared/domain/locale';
import { AppError } from '@yunzhen/shared/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { readerOf } from './prescription.policy.ts';
import type { PrescriptionRepository } from './prescription.repository.ts';
import type { SignatureRepository } from './signing/signature.repository.ts';
import { sealJob } from './signing/sealing.job.ts';

/** An approved prescription without its PDF for longer than this has lost its job: it is asked for again. */
const jobLostAfterMs = 20_000;

export interface StoredDocument {
  bytes: Buffer;
  fileName: string;
}

/** The signed PDF for those who may read the prescription. */
export class DocumentService {
  readonly #transactions: Transactions;
  readonly #repository: PrescriptionRepository;
  readonly #signatures: SignatureRepository;
  readonly #jobs: Jobs;
  constructor(
    transactions: Transactions,
    repository: PrescriptionRepository,
    signatures: SignatureRepository,
    jobs: Jobs,
  ) {
    this.#transactions = transactions;
    this.#repository = repository;
    this.#signatures = signatures;
    this.#jobs = jobs;
  }

  /** Throws `prescription.document-pending` while the PDF is being made; what it waits for is then under way. */
  async read(context: ActorContext, id: string, locale: Locale): Promise<StoredDocument> {
    const found = await this.#transactions.run(context, async (tx) => {
      const row = await this.#repository.find(tx, id);
      if (!row || !readerOf(context.actor, row))
        throw new AppError('resource.not-found', 'no such prescription for this reader');
      const bytes = await this.#signatures.document(tx, id, locale);
      if (bytes) {
        await tx.audit('prescription.document-read', {
          entity: 'prescription',
          entityId: id,
          patientId: row.patientId,
        });
        return { bytes, fileName: `${row.number}.pdf` };
      }
      const lost =
        row.status === 'approved' && row.decidedAt && tx.now.getTime() - row.decidedAt.getTime() > jobLostAfterMs;
      if (lost) await this.#jobs.enqueue(tx, sealJob, { hospitalId: tx.hospitalId, prescriptionId: id });
      return null;
    });
    if (!found) throw new AppError('prescription.document-pending', 'the PDF is not there (yet)');
    return found;
  }
}
