import { createHash } from 'node:crypto';
import type { ChartDocument, nameChartDocument } from '@yunzhen/shared/chart/uploads.contract';
import type { BodyOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { safeFileName } from '../../../platform/files/file-name.ts';
import type { FileJudge } from '../../../platform/files/file-judge.ts';
import type { FileStore } from '../../../platform/files/store/file-store.ts';
import { claimObject } from '../../../platform/files/store/object-removals.ts';
import { Service } from '../../../platform/service.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import type { ChartWriter } from '../facts/chart-writer.ts';
import { chartNotFound } from '../chart.policy.ts';
import type { EntriesRepository } from '../entries/entries.repository.ts';
import type { DocumentRow, DocumentsRepository } from './uploads.repository.ts';

/** Maximum documents per chart. */
const documentsOfChartLimit = 200;
const documentBytesOfChartLimit = 400 * 1024 * 1024;

interface DocumentsServiceDeps {
  transactions: Transactions;
  access: ChartAccessService;
  writer: ChartWriter;
  entries: EntriesRepository;
  documents: DocumentsRepository;
  judge: FileJudge;
  files: FileStore;
}

/** Stores reports, letters and pictures that patient or doctor add to the chart outside a chat. */
export class DocumentsService extends Service<DocumentsServiceDeps> {
  /**
   * Stores a file under the page’s id; the same bytes under the same id return the first result. Throws `attachment.type-refused`,
   * `attachment.unsafe`, `attachment.too-many`, and `resource.conflict` when the id belongs to another file.
   */
  async add(context: ActorContext, patientId: string, id: string, bytes: Buffer): Promise<ChartDocument> {
    const { transactions, writer, entries, judge, files } = this.deps;
    const received = createHash('sha256').update(bytes).digest();
    const earlier = await transactions.run(context, async (tx) => {
      await writer.hold(tx, context, patientId);
      return this.#admit(tx, context, patientId, id, received);
    });
    if (earlier) return toDocument(earlier);
    // The slow check and the store run without a database connection or a lock on the chart.
    const file = await judge(bytes, context.requestId);
    const { content, object } = await files.put(context, file.content);
    return transactions.run(context, async (tx) => {
      const { author, record } = await writer.hold(tx, context, patientId);
      const overtaken = await this.#admit(tx, context, patientId, id, received);
      if (overtaken) return toDocument(overtaken);
      await entries.insert(tx, 'document', {
        id,
        hospital_id: tx.hospitalId,
        patient_id: patientId,
        category: 'other',
        type: file.type,
        width: file.width,
        height: file.height,
        received_sha256: received,
        content,
        object,
        recorded_by: author,
        recorded_by_account_id: context.actor.accountId,
        recorded_at: tx.now,
      });
      await claimObject(tx, object);
      await writer.changed(tx, record, { action: 'chart.document-added', entity: 'document', entityId: id });
      return this.#found(tx, patientId, id);
    });
  }

  /** Returns the existing file under this id when it is the same one; throws when no more may be added. */
  async #admit(
    tx: Tx,
    context: ActorContext,
    patientId: string,
    id: string,
    received: Buffer,
  ): Promise<DocumentRow | null> {
    const { documents } = this.deps;
    const earlier = await documents.find(tx, patientId, id);
    if (earlier) {
      const same = earlier.receivedSha256.equals(received) && earlier.recordedByAccountId === context.actor.accountId;
      if (same) return earlier;
      throw new AppError('resource.conflict', 'id belongs to another file');
    }
    const { count, bytes } = await documents.load(tx, patientId);
    if (count >= documentsOfChartLimit || bytes >= documentBytesOfChartLimit) {
      throw new AppError('attachment.too-many', 'chart has the maximum number of uploads');
    }
    return null;
  }

  /** Names a file once, by its uploader; repeating the same name has no effect. Throws `resource.conflict` for a different name. */
  name(
    context: ActorContext,
    patientId: string,
    id: string,
    { title, category }: BodyOf<typeof nameChartDocument>,
  ): Promise<ChartDocument> {
    const { writer, documents } = this.deps;
    return writer.command(context, 'nameChartDocument', patientId, async (tx, _author, record) => {
      const row = await documents.find(tx, patientId, id);
      if (!row || row.recordedByAccountId !== context.actor.accountId) throw chartNotFound();
      if (row.title !== null) {
        if (row.title === title && row.category === category) return toDocument(row);
        throw new AppError('resource.conflict', 'document already has another title or category');
      }
      await documents.name(tx, patientId, id, title, category);
      await writer.changed(tx, record, { action: 'chart.document-named', entity: 'document', entityId: id });
      return this.#found(tx, patientId, id);
    });
  }

  list(
    context: ActorContext,
    patientId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: ChartDocument[]; next: string | null }> {
    const { transactions, access, documents } = this.deps;
    return transactions.run(context, async (tx) => {
      const reader = await access.requireReader(tx, context.actor, patientId);
      const rows = await documents.list(tx, patientId, limit, decodeCursor(cursor));
      await tx.audit('chart.read', {
        entity: 'documents',
        entityId: patientId,
        patientId,
        details: { by: reader.by, count: rows.length },
      });
      return cutPage(rows, limit, ({ id, recordedAt }) => ({ id, at: recordedAt }), toDocument);
    });
  }

  /** Serves the file; each access is audited. */
  async read(
    context: ActorContext,
    patientId: string,
    id: string,
  ): Promise<{ content: Buffer; type: string; name: string }> {
    const { transactions, access, documents, files } = this.deps;
    const { place, ...file } = await transactions.run(context, async (tx) => {
      const reader = await access.requireReader(tx, context.actor, patientId);
      const row = await documents.find(tx, patientId, id);
      const place = row && (await documents.place(tx, patientId, id));
      if (!row || !place) throw chartNotFound();
      await tx.audit('chart.document-read', {
        entity: 'document',
        entityId: id,
        patientId,
        details: { by: reader.by, type: row.type },
      });
      return { place, type: row.type, name: safeFileName(row.title ?? '', row.type) };
    });
    return { ...file, content: await files.get(place) };
  }

  async #found(tx: Tx, patientId: string, id: string): Promise<ChartDocument> {
    const row = await this.deps.documents.find(tx, patientId, id);
    if (!row) throw chartNotFound();
    return toDocument(row);
  }
}

function toDocument(row: DocumentRow): ChartDocument {
  const { receivedSha256: _digest, recordedByAccountId: _account, ...rest } = row;
  return { ...rest, recordedAt: row.recordedAt.toISOString() };
}
