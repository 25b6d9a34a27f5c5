import { MoreThan } from 'typeorm';
import type { Tx } from '../../../../platform/db/transaction.ts';
import { mediaNodeEntity, type MediaNodeRow } from './media-node.entity.ts';

export class MediaNodesRepository {
  async upsert(tx: Tx, node: MediaNodeRow): Promise<void> {
    await tx.query(
      `INSERT INTO media_node (id, url, incarnation, router_rtp_capabilities, workers, rooms, participants, load, draining,
         last_seen_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)
       ON CONFLICT (id) DO UPDATE SET url = excluded.url, incarnation = excluded.incarnation,
         router_rtp_capabilities = excluded.router_rtp_capabilities, workers = excluded.workers, rooms = excluded.rooms,
         participants = excluded.participants, load = excluded.load, draining = excluded.draining,
         last_seen_at = excluded.last_seen_at`,
      [
        node.id,
        node.url,
        node.incarnation,
        node.routerRtpCapabilities,
        node.workers,
        node.rooms,
        node.participants,
        node.load,
        node.draining,
        node.lastSeenAt,
      ],
    );
  }

  /** A node that was heard of after `aliveSince` and takes calls; null otherwise. */
  serving(tx: Tx, id: string, aliveSince: Date): Promise<MediaNodeRow | null> {
    return tx.manager.getRepository(mediaNodeEntity).findOne({
      where: { id, draining: false, lastSeenAt: MoreThan(aliveSince) },
    });
  }

  /** The least loaded node that takes calls; null when there is none. */
  async leastLoaded(tx: Tx, aliveSince: Date): Promise<MediaNodeRow | null> {
    const [node] = await tx.manager.getRepository(mediaNodeEntity).find({
      where: { draining: false, lastSeenAt: MoreThan(aliveSince) },
      order: { load: 'ASC', participants: 'ASC', id: 'ASC' },
      take: 1,
    });
    return node ?? null;
  }

  /** Every tenant of the installation: the table of hospitals stands outside row-level security. */
  async hospitals(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('SELECT id FROM hospital ORDER BY id');
    return rows.map((row) => row.id);
  }

  /** Those of the visits that this hospital has, with whether their calls belong on the node now. */
  async placements(tx: Tx, visitIds: readonly string[], nodeId: string): Promise<{ visitId: string; here: boolean }[]> {
    const rows = await tx.query<{ id: string; here: boolean }>(
      `SELECT id, status IN ('waiting', 'in-progress') AND media_node_id = $2 IS TRUE AS here FROM visit WHERE id = ANY($1)`,
      [visitIds, nodeId],
    );
    return rows.map((row) => ({ visitId: row.id, here: row.here }));
  }
}
