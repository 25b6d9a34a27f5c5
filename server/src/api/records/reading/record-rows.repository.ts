import type { Tx } from '../../../platform/db/transaction.ts';
import { sources, type SourceName } from './sources.ts';

/** A file of the record, by where its bytes lie. */
export interface FilePlace {
  table: 'chat_attachment' | 'chart_document' | 'intake_picture' | 'prescription_document' | 'clinical_document_file';
  /** Values of the table’s key, in the order that `keys` names them. */
  key: readonly string[];
}

const keys: Record<FilePlace['table'], { columns: readonly string[]; bytes: string }> = {
  chat_attachment: { columns: ['visit_id', 'id'], bytes: 'content' },
  chart_document: { columns: ['patient_id', 'id'], bytes: 'content' },
  intake_picture: { columns: ['patient_id', 'id'], bytes: 'content' },
  prescription_document: { columns: ['prescription_id', 'locale'], bytes: 'bytes' },
  clinical_document_file: { columns: ['document_id', 'locale', 'paper'], bytes: 'bytes' },
};

/** Reads a record page by page and its files piece by piece, so that no more of it is in memory than one of them. */
export class RecordRowsRepository {
  /** Rows of a kind after a key, in the order of the keys. */
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

  /** A piece of a file, from a byte on (the first is 0); shorter than asked at its end, null when the file is gone. */
  async piece(tx: Tx, { table, key }: FilePlace, from: number, length: number): Promise<Buffer | null> {
    const { columns, bytes } = keys[table];
    const where = columns.map((column, index) => `${column} = $${index + 3}`).join(' AND ');
    const [row] = await tx.query<{ piece: Buffer }>(
      `SELECT substring(${bytes} FROM $1::int + 1 FOR $2::int) AS piece FROM ${table} WHERE ${where}`,
      [from, length, ...key],
    );
    return row?.piece ?? null;
  }
}
