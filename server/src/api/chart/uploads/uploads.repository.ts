import { IsNull } from 'typeorm';
import type { ChartDocument } from '@yunzhen/shared/chart/uploads.contract';
import type { DocumentCategory } from '@yunzhen/shared/chart/chart-entry';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { fileBytesSql, type FilePlace } from '../../../platform/files/store/file-place.ts';
import { authoredColumns, authorJoin, type AuthoredRow } from '../entries/entry-sql.ts';
import { chartDocumentEntity, type ChartDocumentRow } from './chart-document.entity.ts';

export type DocumentRow = Omit<ChartDocument, 'recordedAt'> &
  AuthoredRow &
  Pick<ChartDocumentRow, 'receivedSha256' | 'recordedByAccountId'>;

const documentSql = `SELECT e.id, e.category, e.title, e.type, ${fileBytesSql('e')} AS bytes, e.width, e.height,
    e.received_sha256 AS "receivedSha256", e.recorded_by_account_id AS "recordedByAccountId", ${authoredColumns}
  FROM chart_document e ${authorJoin} WHERE e.patient_id = $1`;

/** Reads and names files of a chart; the bytes are in the row, or in an object that the row alone opens. */
export class DocumentsRepository {
  /** Returns the file, retracted or not. */
  async find(tx: Tx, patientId: string, id: string): Promise<DocumentRow | null> {
    const [row] = await tx.query<DocumentRow>(`${documentSql} AND e.id = $2`, [patientId, id]);
    return row ?? null;
  }

  /** Returns files newest first without retracted ones, one more than the limit when there are more. */
  list(tx: Tx, patientId: string, limit: number, after: Place | null): Promise<DocumentRow[]> {
    const timed = timedBy("date_trunc('milliseconds', e.recorded_at)", 'e.id', 'desc', 2);
    return tx.query<DocumentRow>(
      `${documentSql} AND e.retracted_at IS NULL
         AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $4`,
      [patientId, ...placeValues(after), limit + 1],
    );
  }

  /** Returns null for a retracted file, which stays stored but is no longer served. */
  async place(tx: Tx, patientId: string, id: string): Promise<FilePlace | null> {
    const [row] = await tx.query<Pick<ChartDocumentRow, 'content' | 'object'>>(
      'SELECT content, object FROM chart_document WHERE patient_id = $1 AND id = $2 AND retracted_at IS NULL',
      [patientId, id],
    );
    return row ?? null;
  }

  /** Returns the number of files in the chart, and their bytes. */
  async load(tx: Tx, patientId: string): Promise<{ count: number; bytes: number }> {
    const [row] = await tx.query<{ count: number; bytes: string }>(
      `SELECT count(*)::int AS count, coalesce(sum(${fileBytesSql('e')}), 0) AS bytes FROM chart_document e WHERE e.patient_id = $1`,
      [patientId],
    );
    return { count: row?.count ?? 0, bytes: Number(row?.bytes ?? 0) };
  }

  async name(tx: Tx, patientId: string, id: string, title: string, category: DocumentCategory): Promise<void> {
    await tx.manager.update(chartDocumentEntity, { patientId, id, title: IsNull() }, { title, category });
  }
}
