import type { Tx } from '../../../platform/db/transaction.ts';
import { recordExportLinkEntity } from './record-export-link.entity.ts';
import { recordExportPartEntity } from './record-export-part.entity.ts';
import { recordExportEntity, type RecordExportRow } from './record-export.entity.ts';
import { columnsOf } from '../../../platform/db/table.ts';

export type ExportRow = RecordExportRow;

const columns = columnsOf(recordExportEntity, 'e');

export class ExportsRepository {
  /** Returns the copies of one record that one account requested, newest first. */
  list(tx: Tx, patientId: string, accountId: string, limit: number): Promise<ExportRow[]> {
    return tx.query<ExportRow>(
      `SELECT ${columns} FROM record_export e WHERE patient_id = $1 AND account_id = $2 ORDER BY asked_at DESC, id DESC LIMIT $3`,
      [patientId, accountId, limit],
    );
  }

  /** Returns the number of copies requested since the given time, without failed ones. */
  async countSince(tx: Tx, patientId: string, accountId: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM record_export WHERE patient_id = $1 AND account_id = $2 AND asked_at > $3 AND state <> 'failed'`,
      [patientId, accountId, since],
    );
    return row?.n ?? 0;
  }

  /** Serialises the requests of one account for one record until the transaction ends. */
  async lockRequests(tx: Tx, patientId: string, accountId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `record-export ${patientId} ${accountId}`,
    ]);
  }

  async running(tx: Tx, patientId: string, accountId: string): Promise<ExportRow | null> {
    const [row] = await tx.query<ExportRow>(
      `SELECT ${columns} FROM record_export e WHERE patient_id = $1 AND account_id = $2 AND state IN ('waiting', 'making')`,
      [patientId, accountId],
    );
    return row ?? null;
  }

  async add(tx: Tx, row: Pick<ExportRow, 'id' | 'patientId' | 'accountId' | 'locale'>): Promise<void> {
    const asked = { ...row, hospitalId: tx.hospitalId, state: 'waiting', askedAt: tx.now } as const;
    await tx.manager.insert(recordExportEntity, asked);
  }

  find(tx: Tx, id: string): Promise<ExportRow | null> {
    return tx.manager.findOneBy(recordExportEntity, { id });
  }

  /** Locks the row until the transaction ends. */
  lock(tx: Tx, id: string): Promise<ExportRow | null> {
    return tx.manager.findOne(recordExportEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Starts a copy, or restarts it after a process died, and discards earlier parts with their key. */
  async begin(tx: Tx, id: string, keySealed: string): Promise<void> {
    await tx.manager.delete(recordExportPartEntity, { exportId: id });
    const begun = { state: 'making', share: 0, attempts: () => 'attempts + 1', keySealed } as const;
    await tx.manager.update(recordExportEntity, { id }, begun);
  }

  async addPart(tx: Tx, id: string, number: number, sealed: Buffer, share: number): Promise<void> {
    await tx.manager.insert(recordExportPartEntity, { exportId: id, number, hospitalId: tx.hospitalId, sealed });
    await tx.manager.update(recordExportEntity, { id }, { share });
  }

  async finish(tx: Tx, id: string, made: { parts: number; bytes: number; expiresAt: Date }): Promise<void> {
    const { parts, bytes, expiresAt } = made;
    const ready = { state: 'ready', share: 1, parts, bytes, readyAt: tx.now, expiresAt } as const;
    await tx.manager.update(recordExportEntity, { id }, ready);
  }

  /** Ends a copy and deletes its archive, key and links. */
  async end(tx: Tx, id: string, state: 'cancelled' | 'failed' | 'expired'): Promise<void> {
    await tx.manager.delete(recordExportPartEntity, { exportId: id });
    await tx.manager.delete(recordExportLinkEntity, { exportId: id });
    await tx.manager.update(recordExportEntity, { id }, { state, keySealed: null });
  }

  async part(tx: Tx, id: string, number: number): Promise<Buffer | null> {
    const part = await tx.manager.findOneBy(recordExportPartEntity, { exportId: id, number });
    return part?.sealed ?? null;
  }

  async addLink(tx: Tx, link: { hash: Buffer; exportId: string; sessionId: string; acting: boolean; expiresAt: Date }) {
    const { hash: keyHash, ...made } = link;
    await tx.manager.insert(recordExportLinkEntity, { ...made, keyHash, hospitalId: tx.hospitalId, createdAt: tx.now });
  }

  /** Marks a link as used. Returns false when it is unknown, used or expired, or when its session has ended or no longer acts for the patient. */
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
    await tx.manager.update(recordExportEntity, { id }, { fetchedAt: tx.now });
  }

  /** Returns finished copies past their time, locked until the transaction ends. */
  overdue(tx: Tx, limit: number): Promise<ExportRow[]> {
    return tx.query<ExportRow>(
      `SELECT ${columns} FROM record_export e WHERE hospital_id = $1 AND state = 'ready' AND expires_at <= $2
       ORDER BY expires_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [tx.hospitalId, tx.now, limit],
    );
  }
}
