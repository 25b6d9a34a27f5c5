import { Tally } from './tally.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { CountedEvent } from './counted-event.ts';
import { grainCodes, type RollupCell } from './rollup-cells.ts';

/** Duty changes are counted one by one; other events together with those of their visit or appointment. */
const columns = `e.id, e.type, e.at, e.facts, e.corrects, e.department_id AS "departmentId", e.practitioner_id AS "practitionerId",
  CASE WHEN e.type = 'duty.changed' THEN e.id ELSE coalesce(e.visit_id, e.entity_id) END AS subject`;
const isPending = `EXISTS (SELECT 1 FROM figure_pending p WHERE p.hospital_id = e.hospital_id AND p.event_id = e.id)`;
const rowsAtOnce = 2000;

export class RollupsRepository {
  /** Locks the hospital’s rollups until the transaction ends: one writer over all processes. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('figures ' || $1, 0))`, [tx.hospitalId]);
  }

  /** Returns events that are not counted yet, oldest first. */
  pending(tx: Tx, limit: number): Promise<CountedEvent[]> {
    return tx.query<CountedEvent>(
      `SELECT ${columns} FROM figure_pending f JOIN domain_event e ON e.id = f.event_id AND e.at = f.at
       WHERE f.hospital_id = $1 AND e.hospital_id = $1 ORDER BY f.event_id LIMIT $2`,
      [tx.hospitalId, limit],
    );
  }

  /** Returns the events of these subjects that are already counted. */
  counted(tx: Tx, subjects: readonly string[], types: readonly string[]): Promise<CountedEvent[]> {
    return tx.query<CountedEvent>(
      `SELECT ${columns} FROM domain_event e
       WHERE e.hospital_id = $1 AND coalesce(e.visit_id, e.entity_id) = ANY ($2::uuid[]) AND e.type = ANY ($3)
         AND e.type <> 'duty.changed' AND NOT ${isPending}`,
      [tx.hospitalId, subjects, types],
    );
  }

  async settle(tx: Tx, eventIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM figure_pending WHERE hospital_id = $1 AND event_id = ANY ($2::uuid[])', [
      tx.hospitalId,
      eventIds,
    ]);
  }

  /** Adds to the rows and deletes those that become empty. Needs the lock. */
  async add(tx: Tx, cells: readonly RollupCell[]): Promise<void> {
    for (let start = 0; start < cells.length; start += rowsAtOnce)
      await this.#addSome(tx, cells.slice(start, start + rowsAtOnce));
  }

  async #addSome(tx: Tx, cells: readonly RollupCell[]): Promise<void> {
    const keys = [
      tx.hospitalId,
      cells.map(({ practitionerId }) => practitionerId),
      cells.map(({ departmentId }) => departmentId),
      cells.map(({ grain }) => grain),
      cells.map(({ starts }) => new Date(starts)),
    ];
    const given = 'unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::timestamptz[]';
    const known = await tx.query<{ place: string; tally: Buffer }>(
      `SELECT k.place, r.tally FROM ${given}) WITH ORDINALITY AS k(practitioner_id, department_id, grain, starts, place)
       JOIN figure_rollup r USING (practitioner_id, department_id, grain, starts) WHERE r.hospital_id = $1`,
      keys,
    );
    for (const { place, tally } of known) cells[Number(place) - 1]?.tally.mergeEncoded(tally);
    await tx.query(
      `INSERT INTO figure_rollup (hospital_id, practitioner_id, department_id, grain, starts, tally)
       SELECT $1, n.* FROM ${given}, $6::bytea[]) AS n
       ON CONFLICT (hospital_id, practitioner_id, department_id, grain, starts) DO UPDATE SET tally = EXCLUDED.tally`,
      [...keys, cells.map(({ tally }) => Buffer.from(tally.encode()))],
    );
    if (known.length > 0 && cells.some(({ tally }) => tally.isEmpty))
      await tx.query('DELETE FROM figure_rollup WHERE hospital_id = $1 AND tally = $2', [
        tx.hospitalId,
        Buffer.from(new Tally().encode()),
      ]);
  }

  /** Deletes everything counted since the day (midnight UTC) of the oldest stored event. */
  async clear(tx: Tx): Promise<void> {
    await tx.query(
      `DELETE FROM figure_rollup WHERE hospital_id = $1
         AND starts >= (SELECT date_trunc(CASE WHEN grain = $2 THEN 'week' ELSE 'month' END, min(at) - interval '1 day', 'UTC')
           FROM domain_event WHERE hospital_id = $1)`,
      [tx.hospitalId, grainCodes.week],
    );
  }

  /** Returns counted events after a subject, subject by subject, for a recount. */
  inOrder(tx: Tx, after: string, types: readonly string[], limit: number): Promise<CountedEvent[]> {
    return tx.query<CountedEvent>(
      `SELECT ${columns} FROM domain_event e
       WHERE e.hospital_id = $1 AND coalesce(e.visit_id, e.entity_id) > $2 AND e.type = ANY ($3)
         AND e.type <> 'duty.changed' AND NOT ${isPending}
       ORDER BY coalesce(e.visit_id, e.entity_id) LIMIT $4`,
      [tx.hospitalId, after, types, limit],
    );
  }

  /** Returns doctors’ duty changes in order of id, for a recount. */
  duties(tx: Tx, after: string, limit: number): Promise<CountedEvent[]> {
    return tx.query<CountedEvent>(
      `SELECT ${columns} FROM domain_event e
       WHERE e.hospital_id = $1 AND e.type = 'duty.changed' AND e.id > $2 AND NOT ${isPending} ORDER BY e.id LIMIT $3`,
      [tx.hospitalId, after, limit],
    );
  }
}
