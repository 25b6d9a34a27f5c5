import type { FileObject } from '../../../platform/files/store/file-place.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { sources, type SourceName } from './sources.ts';

/** The row of a file. */
export interface FileRow {
  table: 'chat_attachment' | 'chart_document' | 'intake_picture' | 'prescription_document' | 'clinical_document_file';
  /** Values of the table’s key, in the order of `keys`. */
  key: readonly string[];
}

/** Exactly one is set. */
export interface FilePiece {
  piece: Buffer | null;
  object: FileObject | null;
}

const keys: Record<FileRow['table'], { columns: readonly string[]; bytes: string }> = {
  chat_attachment: { columns: ['visit_id', 'id'], bytes: 'content' },
  chart_document: { columns: ['patient_id', 'id'], bytes: 'content' },
  intake_picture: { columns: ['patient_id', 'id'], bytes: 'content' },
  prescription_document: { columns: ['prescription_id', 'locale'], bytes: 'bytes' },
  clinical_document_file: { columns: ['document_id', 'locale', 'paper'], bytes: 'bytes' },
};

/** Reads a record page by page and its files in pieces, with at most one of them in memory. */
export class RecordRowsRepository {
  /** Returns rows of a kind after a key, in key order. */
  page<Row extends object>(
    tx: Tx,
    source: SourceName,
    patientId: string,
    after: string,
    limit: number,
  ): Promise<(Row & { key: string })[]> {
    return tx.query(
      `SELECT * FROM (${sources[source]}) r WHERE r.key COLLATE "C" > $2 ORDER BY r.key COLLATE "C" LIMIT $3`,
      [patientId, after, limit],
    );
  }

  async count(tx: Tx, source: SourceName, patientId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM (${sources[source]}) r`, [patientId]);
    return row?.n ?? 0;
  }

  /**
   * Returns a piece of a file from a byte offset (the first is 0), shorter at the end; or the object that holds the whole file. Null when the file is
   * gone.
   */
  async piece(tx: Tx, { table, key }: FileRow, from: number, length: number): Promise<FilePiece | null> {
    const { columns, bytes } = keys[table];
    const where = columns.map((column, index) => `${column} = $${index + 3}`).join(' AND ');
    const [row] = await tx.query<FilePiece>(
      `SELECT substring(${bytes} FROM $1::int + 1 FOR $2::int) AS piece, object FROM ${table} WHERE ${where}`,
      [from, length, ...key],
    );
    return row ?? null;
  }
}
