import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext, type HospitalContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import { Service } from '../../../platform/service.ts';
import { hashOfSecret } from '../../accounts/index.ts';
import type { HospitalsService } from '../../administration/index.ts';
import type { ExportRow, ExportsRepository } from './exports.repository.ts';
import { exportKeyContext, PartSeal } from './part-seal.ts';

export interface HandedOver {
  name: string;
  bytes: number;
  content: AsyncGenerator<Buffer>;
}

interface HandingOverDeps {
  transactions: Transactions;
  exports: ExportsRepository;
  keyEncryption: KeyEncryption;
  hospitals: HospitalsService;
}

/** Serves a finished copy by its link, with at most one part in memory. */
export class HandingOver extends Service<HandingOverDeps> {
  /** Uses the link. Throws `export.link-used` for any invalid link. */
  async fetch(request: RequestContext, slug: string, id: string, key: string): Promise<HandedOver> {
    const hospital = await this.deps.hospitals.bySlug(slug, request.requestId);
    if (!hospital) throw new AppError('resource.not-found', 'hospital not found');
    const context = { ...systemContext(hospital.id, request.requestId), address: request.address };
    // A refusal is audited: it is returned from the transaction and thrown after it.
    const row = await this.deps.transactions.run(context, async (tx) => {
      const good = await this.deps.exports.useLink(tx, hashOfSecret(key), id);
      const found = good ? await this.deps.exports.lock(tx, id) : null;
      const ready = found?.state === 'ready' && found.expiresAt !== null && found.expiresAt > tx.now ? found : null;
      await tx.audit('record.export-fetched', {
        entity: 'record-export',
        entityId: id,
        patientId: ready?.patientId ?? null,
        ...(ready ? { details: { for: ready.accountId } } : { outcome: 'denied', code: 'export.link-used' }),
      });
      if (ready) await this.deps.exports.fetched(tx, id);
      return ready;
    });
    if (!row?.keySealed || row.readyAt === null)
      throw new AppError('export.link-used', 'link is not valid or has already been used');
    const opened = await this.deps.keyEncryption.open(row.keySealed, exportKeyContext(id));
    const seal = new PartSeal(Buffer.from(opened), id);
    const name = `record-${row.readyAt.toISOString().slice(0, 10)}.zip`;
    return { name, bytes: row.bytes ?? 0, content: this.#parts(context, row, seal) };
  }

  async *#parts(context: HospitalContext, row: ExportRow, seal: PartSeal): AsyncGenerator<Buffer> {
    const { id, patientId, parts } = row;
    let bytes = 0;
    let whole = false;
    try {
      for (let number = 0; number < (parts ?? 0); number++) {
        const sealed = await this.deps.transactions.run(context, (tx) => this.deps.exports.part(tx, id, number));
        if (!sealed) throw new Error('part of the export is missing');
        const part = seal.open(number, sealed);
        bytes += part.length;
        yield part;
      }
      whole = true;
    } finally {
      const details = { bytes, whole };
      await this.deps.transactions.run(context, (tx) =>
        tx.audit('record.export-handed-over', { entity: 'record-export', entityId: id, patientId, details }),
      );
    }
  }
}
