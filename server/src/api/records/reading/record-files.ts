import type { HospitalContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import {
  pathOf,
  sealedPathOf,
  type ChartDocumentRow,
  type ChatMessageRow,
  type SealedFileRow,
} from '../fhir/documents.ts';
import { intakePicturePath, type IntakePictureRow } from '../fhir/intake.ts';
import type { RecordReader } from './record-reader.ts';
import type { FileStore } from '../../../platform/files/store/file-store.ts';
import { Service } from '../../../platform/service.ts';
import type { FileRow, RecordRowsRepository } from './record-rows.repository.ts';

/** A file for the archive, with the path that the bundle uses. */
export interface RecordFile {
  path: string;
  row: FileRow;
  /** When it was added to the record. */
  at: Date;
  bytes: number;
}

const pieceBytes = 1024 * 1024;

interface RecordFilesDeps {
  transactions: Transactions;
  reader: RecordReader;
  rows: RecordRowsRepository;
  store: FileStore;
}

/** Lists the files of a record one by one, and reads them a megabyte at a time. */
export class RecordFiles extends Service<RecordFilesDeps> {
  async *list(context: HospitalContext, patientId: string): AsyncGenerator<RecordFile> {
    const rows = <Row extends object>(source: Parameters<RecordReader['rows']>[1]) =>
      this.deps.reader.rows<Row>(context, source, patientId, 200);
    for await (const row of rows<SealedFileRow>('sealedPrescriptions'))
      yield sealed(row, { table: 'prescription_document', key: [row.id, row.locale] });
    for await (const row of rows<SealedFileRow>('sealedDocuments'))
      if (!row.revoked)
        yield sealed(row, { table: 'clinical_document_file', key: [row.id, row.locale, row.paper ?? ''] });
    for await (const { id, patientId: of, type, recordedAt, bytes } of rows<ChartDocumentRow>('chartDocuments'))
      yield { path: pathOf.chart(id, type), row: { table: 'chart_document', key: [of, id] }, at: recordedAt, bytes };
    for await (const { id, patientId: of, type, uploadedAt, bytes } of rows<IntakePictureRow>('intakePictures'))
      yield {
        path: intakePicturePath({ id, type }),
        row: { table: 'intake_picture', key: [of, id] },
        at: uploadedAt,
        bytes,
      };
    for await (const { visitId, sentAt, files } of rows<ChatMessageRow>('chatMessages'))
      for (const { id, type, bytes } of files)
        yield {
          path: pathOf.chat(visitId, id, type),
          row: { table: 'chat_attachment', key: [visitId, id] },
          at: sentAt,
          bytes,
        };
  }

  /** Yields the bytes of a file. Throws when the file was deleted since, because a copy must be complete. */
  async *content(context: HospitalContext, { row, bytes }: RecordFile): AsyncGenerator<Buffer> {
    for (let from = 0; from < bytes; from += pieceBytes) {
      const found = await this.deps.transactions.run(context, (tx) => this.deps.rows.piece(tx, row, from, pieceBytes));
      if (!found) throw new Error('file of the record is missing');
      const { piece, object } = found;
      if (!piece) {
        const whole = await this.deps.store.get({ content: null, object });
        yield whole.subarray(from);
        return;
      }
      yield piece;
    }
  }
}

const sealed = (file: SealedFileRow, row: FileRow): RecordFile => ({
  path: sealedPathOf(file),
  row,
  at: file.sealedAt,
  bytes: file.bytes,
});
