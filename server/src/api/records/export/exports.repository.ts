import type { Locale } from '@yunzhen/shared/core/locale';
import type { RecordExportState } from '@yunzhen/shared/records/record-export';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface ExportRow {
  id: string;
  patientId: string;
  accountId: string;
  locale: Locale;
  state: RecordExportState;
  attempts: number;
  share: number;
  parts: number | null;
  bytes: number | null;
  keySealed: string | null;
  askedAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
  fetchedAt: Date | null;
}

const columns = `id, patient_id AS "patientId", account_id AS "accountId", locale, state, attempts, share, parts, bytes::float8 AS bytes,
  key_sealed AS "keySealed", asked_at AS "askedAt", ready_at AS "readyAt", expires_at AS "expiresAt", fetched_at AS "fetchedAt"`;

export class ExportsRepository {
  /** Of one record, by one person; newest first. */
  list(tx: Tx, patientId: string, accountId: string, limit: number): Promise<ExportRow[]> {
    return tx.query<ExportRow>(
      `SELECT ${columns} FROM record_export WHERE patient_id = $1 AND account_id = $2 ORDER BY asked_at DESC, id DESC LIMIT $3`,
      [patientId, accountId, limit],
    );
  }

  /** How many were asked for since then, without those that failed. */
  async countSince(tx: Tx, patientId: string, accountId: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM record_export WHERE patient_id = $1 AND account_id = $2 AND asked_at > $3 AND state <> 'failed'`,
      [patientId, accountId, since],
    );
    return row?.n ?? 0;
  }

  /** Requests of one person for one record go one after the other until the transaction ends. */
  async lockRequests(tx: Tx, patientId: string, accountId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `record-export ${patientId} ${accountId}`,
    ]);
  }

  async running(tx: Tx, patientId: string, accountId: string): Promise<ExportRow | null> {
    const [row] = await tx.query<ExportRow>(
      `SELECT ${columns} FROM record_export WHERE patient_id = $1 AND account_id = $2 AND state IN ('waiting', 'making')`,
      [patientId, accountId],
    );
    return row ?? null;
  }

  async add(tx: Tx, row: Pick<ExportRow, 'id' | 'patientId' | 'accountId' | 'locale'>): Promise<void> {
    await tx.query(
      `INSERT INTO record_export (id, hospital_id, patient_id, account_id, locale, state, asked_at) VALUES ($1,$2,$3,$4,$5,'waiting',$6)`,
      [row.id, tx.hospitalId, row.patientId, row.accountId, row.locale, tx.now],
    );
  }

  async find(tx: Tx, id: string): Promise<ExportRow | null> {
    const [row] = await tx.query<ExportRow>(`SELECT ${columns} FROM record_export WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Holds the row until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<ExportRow | null> {
    const [row] = await tx.query<ExportRow>(`SELECT ${columns} FROM record_export WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  /** Begins, or begins anew after a process died: what was written before is forgotten with its key. */
  async begin(tx: Tx, id: string, keySealed: string): Promise<void> {
    await tx.query('DELETE FROM record_export_part WHERE export_id = $1', [id]);
    await tx.query(
      `UPDATE record_export SET state = 'making', share = 0, attempts = attempts + 1, key_sealed = $2 WHERE id = $1`,
      [id, keySealed],
    );
  }

  async addPart(tx: Tx, id: string, number: number, sealed: Buffer, share: number): Promise<void> {
    await tx.query('INSERT INTO record_export_part (export_id, number, hospital_id, sealed) VALUES ($1,$2,$3,$4)', [
      id,
      number,
      tx.hospitalId,
      sealed,
    ]);
    await tx.query('UPDATE record_export SET share = $2 WHERE id = $1', [id, share]);
  }

  async finish(tx: Tx, id: string, made: { parts: number; bytes: number; expiresAt: Date }): Promise<void> {
    await tx.query(
      `UPDATE record_export SET state = 'ready', share = 1, parts = $2, bytes = $3, ready_at = $4, expires_at = $5 WHERE id = $1`,
      [id, made.parts, made.bytes, tx.now, made.expiresAt],
    );
  }

  /** Ends one, and with it the archive, its key and the links to it. */
  async end(tx: Tx, id: string, state: 'cancelled' | 'failed' | 'expired'): Promise<void> {
    await tx.query('DELETE FROM record_export_part WHERE export_id = $1', [id]);
    await tx.query('DELETE FROM record_export_link WHERE export_id = $1', [id]);
    await tx.query('UPDATE record_export SET state = $2, key_sealed = NULL WHERE id = $1', [id, state]);
  }

  async part(tx: Tx, id: string, number: number): Promise<Buffer | null> {
    const [row] = await tx.query<{ sealed: Buffer }>(
      'SELECT sealed FROM record_export_part WHERE export_id = $1 AND number = $2',
      [id, number],
    );
    return row?.sealed ?? null;
  }

  async addLink(tx: Tx, link: { hash: Buffer; exportId: string; sessionId: string; acting: boolean; expiresAt: Date }) {
    await tx.query(
      `INSERT INTO record_export_link (key_hash, hospital_id, export_id, session_id, acting, created_at, expires_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7)`,
      [link.hash, tx.hospitalId, link.exportId, link.sessionId, link.acting, tx.now, link.expiresAt],
    );
  }

  /**
   * Uses a link up. False when there is none such, it was used, its time is over, or the session that it was made in has ended or no
   * longer acts for the patient.
   */
  async useLink(tx: Tx, hash: Buffer, exportId: string): Promise<boolean> {
    const used = await tx.query(
      `UPDATE record_export_link l SET used_at = $3 FROM session s, record_export x
       WHERE l.hospital_id = $4 AND l.key_hash = $1 AND l.export_id = $2 AND l.used_at IS NULL AND l.expires_at > $3
         AND s.id = l.session_id AND s.ended_at IS NULL AND s.expires_at > $3 AND x.id = l.export_id
         AND s.acting_patient_id IS NOT DISTINCT FROM (CASE WHEN l.acting THEN x.patient_id END) RETURNING 1 AS used`,
      [hash, exportId, tx.now, tx.hospitalId],
    );
    return used.length > 0;
  }

  async fetched(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE record_export SET fetched_at = $2 WHERE id = $1', [id, tx.now]);
  }

  /** Finished ones whose time is over, held until the transaction ends. */
  overdue(tx: Tx, limit: number): Promise<ExportRow[]> {
    return tx.query<ExportRow>(
      `SELECT ${columns} FROM record_export WHERE hospital_id = $1 AND state = 'ready' AND expires_at <= $2
       ORDER BY expires_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [tx.hospitalId, tx.now, limit],
    );
  }
}
