import type { Tx } from '../db/transaction.ts';
import { auditAnchorEntity, type AuditAnchorRow } from './audit-anchor.entity.ts';
import type { FoundAnchor } from './anchor.ts';

/** Anchors of the transaction's hospital. */
export class AnchorStore {
  /** Returns the last anchor and locks it, so that two processes do not create anchors at once. */
  async lockLast(tx: Tx): Promise<AuditAnchorRow | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('audit-anchor/' || $1, 0))`, [tx.hospitalId]);
    const [last] = await tx.manager.find(auditAnchorEntity, { order: { size: 'DESC' }, take: 1 });
    return last ?? null;
  }

  async add(tx: Tx, anchor: Pick<AuditAnchorRow, 'size' | 'edge' | 'signed'>): Promise<void> {
    const rest = { hospitalId: tx.hospitalId, madeAt: tx.now, timeStamp: null, copiedAt: null };
    await tx.manager.insert(auditAnchorEntity, { ...anchor, ...rest });
  }

  find(tx: Tx, size: number): Promise<AuditAnchorRow | null> {
    return tx.manager.findOneBy(auditAnchorEntity, { hospitalId: tx.hospitalId, size });
  }

  /** Returns the first anchor that covers that many links. */
  async covering(tx: Tx, size: number): Promise<AuditAnchorRow | null> {
    const [row] = await tx.manager
      .createQueryBuilder(auditAnchorEntity, 'a')
      .where('a.hospitalId = :hospitalId AND a.size >= :size', { hospitalId: tx.hospitalId, size })
      .orderBy('a.size')
      .limit(1)
      .getMany();
    return row ?? null;
  }

  /** Returns anchors beyond that many links, smallest first. */
  async beyond(tx: Tx, size: number, upto: number): Promise<FoundAnchor[]> {
    return tx.query<FoundAnchor & Record<string, unknown>>(
      `SELECT size::float8 AS size, signed, 'database' AS from FROM audit_anchor
       WHERE hospital_id = $1 AND size > $2 AND size <= $3 ORDER BY size`,
      [tx.hospitalId, size, upto],
    );
  }

  async uncopied(tx: Tx): Promise<number[]> {
    const rows = await tx.query<{ size: number }>(
      `SELECT size::float8 AS size FROM audit_anchor WHERE hospital_id = $1 AND copied_at IS NULL ORDER BY size LIMIT 100`,
      [tx.hospitalId],
    );
    return rows.map(({ size }) => size);
  }

  async keepTimeStamp(tx: Tx, size: number, timeStamp: Buffer): Promise<void> {
    await tx.query(
      'UPDATE audit_anchor SET time_stamp = $3 WHERE hospital_id = $1 AND size = $2 AND time_stamp IS NULL',
      [tx.hospitalId, size, timeStamp],
    );
  }

  async markCopied(tx: Tx, size: number): Promise<void> {
    await tx.manager.update(auditAnchorEntity, { hospitalId: tx.hospitalId, size }, { copiedAt: tx.now });
  }
}
