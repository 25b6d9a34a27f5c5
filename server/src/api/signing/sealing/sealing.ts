import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { FileStore } from '../../../platform/files/store/file-store.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import type { PractitionerSignatures } from '../keys/practitioner-signatures.ts';
import type { SigningGate } from '../keys/signing-gate.ts';
import type { SealedFile, SealedRecords } from '../signed-kinds.ts';

/** A record without files after this many milliseconds has lost its job, which is enqueued again. */
const lostAfterMs = 20_000;

export interface SealingParts {
  transactions: Transactions;
  jobs: Jobs;
  signatures: PractitionerSignatures;
  gate: Pick<SigningGate, 'isCopy'>;
  publicUrl: string;
  fileStore: FileStore;
}

/**
 * Creates the sealed PDFs (PAdES) of one kind of record. One transaction reads the content and another stores the files, with no lock in between. The
 * job can run any number of times: files are never replaced, so the next run completes an interrupted one. A restored copy seals nothing: what it
 * leaves is found by the sweep if the copy replaces the hospital.
 */
export class Sealing<Row> {
  readonly #parts: SealingParts;
  readonly #records: SealedRecords<Row>;
  readonly #jobName: string;
  /** The member of the job’s payload with the record’s id. */
  readonly #idMember: string;

  constructor(parts: SealingParts, records: SealedRecords<Row>) {
    this.#parts = parts;
    this.#records = records;
    this.#jobName = `seal-${records.kind}`;
    this.#idMember = `${records.kind}Id`;
  }

  /** Enqueues the sealing of the record in this transaction, unless it is already queued. */
  ask(tx: Tx, id: string): Promise<void> {
    return this.#parts.jobs.enqueue(tx, this.#jobName, { hospitalId: tx.hospitalId, [this.#idMember]: id }, id);
  }

  /** Enqueues the sealing again for a reader without a file, when the record has waited longer than a job takes. */
  async askIfLost(tx: Tx, id: string, since: Date | null): Promise<void> {
    if (since && tx.now.getTime() - since.getTime() > lostAfterMs) await this.ask(tx, id);
  }

  job(): JobDefinition<z.ZodType<Record<string, string>>> {
    const { transactions, gate } = this.#parts;
    return {
      name: this.#jobName,
      payload: z.strictObject({ hospitalId: z.uuid(), [this.#idMember]: z.uuid() }),
      batch: 8,
      run: async ({ hospitalId = '', [this.#idMember]: id = '' }, jobId) => {
        if (gate.isCopy) return;
        const context = systemContext(hospitalId, `job:${jobId}`);
        const seal = await transactions.run(context, (tx) => this.#prepare(tx, id));
        if (!seal) return;
        const keep = await seal();
        await transactions.run(context, keep);
      },
    };
  }

  /** Enqueues the sealing every few minutes for records whose job has failed. */
  sweep(): JobDefinition {
    const { transactions, gate } = this.#parts;
    return hospitalJob({
      name: `find-unsealed-${this.#records.kind}s`,
      cron: '*/5 * * * *',
      transactions,
      work: (context) =>
        transactions.run(context, async (tx) => {
          if (gate.isCopy) return;
          const unsealed = await this.#records.waitingSince(tx, new Date(tx.now.getTime() - lostAfterMs));
          for (const id of unsealed) await this.ask(tx, id);
        }),
    });
  }

  /** Reads the content. Returns a function that seals it outside the transaction, which returns a function that stores it in another. */
  async #prepare(tx: Tx, id: string): Promise<(() => Promise<(later: Tx) => Promise<void>>) | null> {
    const { signatures, publicUrl: contact, fileStore } = this.#parts;
    const unsealed = await this.#records.read(tx, id);
    if (!unsealed) return null;
    const sealer = await signatures.sealer(tx, unsealed.practitionerId);
    const statement = { ...unsealed.statement, contact, signedAt: tx.now };
    return async () => {
      const files: SealedFile[] = [];
      for (const { locale, paper, render } of unsealed.sheets) {
        const bytes = await sealer.seal(await render(), statement);
        const { content, object } = await fileStore.put(tx.context, bytes);
        const sha256 = createHash('sha256').update(bytes).digest();
        files.push({ locale, paper, bytes: content, object, sha256 });
      }
      return async (later) => {
        const row = await this.#records.lock(later, id);
        if (!row) return;
        // A certificate that was revoked in the meantime must not seal: the retry uses the current one.
        if (!(await sealer.isInForce(later)))
          throw new AppError('internal', 'certificate was replaced while the PDF was made');
        await this.#records.keep(later, row, files);
      };
    };
  }
}
