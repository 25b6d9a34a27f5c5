import type { Tx } from '../db/transaction.ts';
import type { JsonValue } from '../signing/canonical-json.ts';
import { auditContent, eventContent, noHash, timeText } from './chain-hashes.ts';

export type Source = 'audit' | 'event';

/** A link with its entry. */
export interface ChainLink {
  seq: number;
  source: Source;
  entryId: string;
  linkedAt: string;
  contentHash: Buffer;
  prevHash: Buffer;
  hash: Buffer;
  /** Null when the entry is missing. */
  content: JsonValue;
}

/** An entry of a table, by its time in UTC. */
export interface EntryPlace {
  at: string;
  id: string;
}

const tableOf = { audit: 'audit_event', event: 'domain_event' } as const;

/** Returns SQL for links with their entries; `which` filters and orders them. */
const linksSql = (which: string) =>
  `SELECT l.seq::float8 AS seq, l.source, l.entry_id AS "entryId", ${timeText('l.linked_at')} AS "linkedAt",
     l.content_hash AS "contentHash", l.prev_hash AS "prevHash", l.hash,
     CASE WHEN a.id IS NOT NULL THEN ${auditContent('a')} WHEN e.id IS NOT NULL THEN ${eventContent('e')} END AS content
   FROM audit_link l
   LEFT JOIN audit_event a ON l.source = 'audit' AND a.id = l.entry_id
   LEFT JOIN domain_event e ON l.source = 'event' AND e.id = l.entry_id
   WHERE l.hospital_id = $1 AND ${which}`;

/** Reads the chain of the transaction's hospital. */
export class ChainReader {
  /** Returns links after this number, in order. */
  after(tx: Tx, seq: number, limit: number): Promise<ChainLink[]> {
    return tx.query<ChainLink & Record<string, unknown>>(linksSql('l.seq > $2 ORDER BY l.seq LIMIT $3'), [
      tx.hospitalId,
      seq,
      limit,
    ]);
  }

  /** Returns a link's hash; null without such a link, so also for the number before the first. */
  async hashAt(tx: Tx, seq: number): Promise<Buffer | null> {
    if (seq === 0) return noHash;
    const [row] = await tx.query<{ hash: Buffer }>('SELECT hash FROM audit_link WHERE hospital_id = $1 AND seq = $2', [
      tx.hospitalId,
      seq,
    ]);
    return row?.hash ?? null;
  }

  /** Returns links whose entries name the visit, in order. Scans the whole audit table. */
  ofVisit(tx: Tx, visitId: string): Promise<ChainLink[]> {
    return tx.query<ChainLink & Record<string, unknown>>(
      linksSql(`l.entry_id IN (
         SELECT id FROM audit_event WHERE hospital_id = $1 AND (entity_id = $2::text OR details->>'visitId' = $2::text)
         UNION ALL SELECT id FROM domain_event WHERE hospital_id = $1 AND coalesce(visit_id, entity_id) = $2::uuid)
       ORDER BY l.seq LIMIT 5000`),
      [tx.hospitalId, visitId],
    );
  }

  /** Returns the hashes of links after this one. */
  async hashesAfter(tx: Tx, seq: number, limit: number): Promise<Buffer[]> {
    const rows = await tx.query<{ hash: Buffer }>(
      'SELECT hash FROM audit_link WHERE hospital_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [tx.hospitalId, seq, limit],
    );
    return rows.map(({ hash }) => hash);
  }

  /** Returns the expected end of the chain. */
  async end(tx: Tx): Promise<{ seq: number; hash: Buffer }> {
    const [row] = await tx.query<{ seq: number; hash: Buffer }>(
      'SELECT seq::float8 AS seq, hash FROM audit_chain WHERE hospital_id = $1',
      [tx.hospitalId],
    );
    return row ?? { seq: 0, hash: noHash };
  }

  /**
   * Reads the next entries of a table, with or without a link. Returns their number, the last one, and the first that lacks a link although
   * everything of its time is linked.
   */
  async entries(
    tx: Tx,
    source: Source,
    after: EntryPlace,
    limit: number,
  ): Promise<{ count: number; last: EntryPlace | null; unlinked: string | null }> {
    const [row] = await tx.query<{ count: number; last: EntryPlace | null; unlinked: string | null }>(
      `WITH chain AS (SELECT unsealed_from FROM audit_chain WHERE hospital_id = $1),
         batch AS (SELECT id, at, written_in FROM ${tableOf[source]}
           WHERE hospital_id = $1 AND (at, id) > ($2::timestamp AT TIME ZONE 'UTC', $3::uuid) ORDER BY at, id LIMIT $4)
       SELECT count(*)::int AS count,
         (SELECT jsonb_build_object('at', s.at AT TIME ZONE 'UTC', 'id', s.id) FROM batch s ORDER BY s.at DESC, s.id DESC LIMIT 1) AS last,
         (SELECT s.id FROM batch s WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.hospital_id = $1 AND l.entry_id = s.id)
            AND (s.written_in < coalesce((SELECT unsealed_from FROM chain), 1)
              OR s.written_in >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
          ORDER BY s.at, s.id LIMIT 1) AS unlinked
       FROM batch`,
      [tx.hospitalId, after.at, after.id, limit],
    );
    return row ?? { count: 0, last: null, unlinked: null };
  }
}
