import { placesLimit } from '@yunzhen/shared/core/place-name';
import type { Tx } from '../../../platform/db/transaction.ts';
import { mediaNodeEntity, type MediaNodeRow } from './media-node.entity.ts';

/** A node that accepts calls. */
export type ServingNode = Pick<MediaNodeRow, 'id' | 'url' | 'incarnation' | 'routerRtpCapabilities'>;

/** What a node reported of itself in its last heartbeat, and whether an operator drains it. */
export type KnownNode = Omit<
  MediaNodeRow,
  | 'controlUrl'
  | 'incarnation'
  | 'routerRtpCapabilities'
  | 'openVisits'
  | 'promised'
  | 'ownKey'
  | 'formerIncarnation'
  | 'takenOverAt'
  | 'refusedIncarnation'
>;

/** A node chosen for a visit. `preferred`: whether it is in a place that the hospital prefers; null when it has no preference. */
export type ChosenNode = ServingNode & { preferred: boolean | null };

/** Whether a node is in service. */
export interface NodeService {
  drained: boolean;
  /** It accepts calls now. */
  serving: boolean;
  /** Another node accepts calls now. */
  elsewhere: boolean;
}

/** The times since when a node counts as alive, a promise as pending, a node as lost. */
export interface NodeTimes {
  aliveSince: Date;
  promisedSince: Date;
  lostSince: Date;
}

/** An arbitrary advisory lock number, unique in the program. */
const pinningLock = 1_764_000_400;

const servingColumns = (alias: string) =>
  `${alias}.id, ${alias}.url, ${alias}.incarnation, ${alias}.router_rtp_capabilities AS "routerRtpCapabilities"`;

/** SQL for whether a node accepts calls; `aliveSince` is a placeholder. */
const serves = (alias: string, aliveSince: string) =>
  `NOT ${alias}.draining AND ${alias}.drained_since IS NULL AND ${alias}.last_seen_at > ${aliveSince}`;

/** SQL for the order in which a hospital prefers nodes: its places in their order, then all others. */
const nearFirst = (hospital: string) =>
  `coalesce((SELECT array_position(h.call_places, n.place) FROM hospital h WHERE h.id = ${hospital}), ${placesLimit + 1})`;

/** What a node’s heartbeat stores. */
type ReportedNode = Omit<KnownNode, 'clockOffsetSeconds' | 'drainedSince'> &
  Pick<MediaNodeRow, 'controlUrl' | 'incarnation' | 'routerRtpCapabilities' | 'ownKey'> & { sentAt: string | null };

/** Whether the reporting node is the one that was replaced a moment ago ($18: since when a node counts as alive). */
const isReclaimed = `(known.former_incarnation IS NOT DISTINCT FROM excluded.incarnation AND known.taken_over_at > $18)`;

export class MediaNodesRepository {
  /**
   * Stores what a node reports, and returns whether an operator drains it, and whether other nodes accept calls (from one that is drained: whether they have room); null and stores nothing when it is refused, because an earlier node with its id is alive. A start with the
   * same addresses replaces the one of before at once. If that one reports again within the time that a node may be silent, it lives, and takes its place back. One with other addresses is another node, unless the one of before drains. A promised visit leaves the promises once the node reports its room; a restart clears all promises. `openVisits` null
   * leaves the number unchanged.
   */
  async upsert(
    tx: Tx,
    node: ReportedNode,
    { openVisits, visitIds }: { openVisits: number | null; visitIds: readonly string[] },
    { aliveSince, promisedSince }: NodeTimes,
  ): Promise<{ elsewhere: boolean; drain: boolean } | null> {
    const [stored] = await tx.query<{ elsewhere: boolean; drain: boolean }>(
      `INSERT INTO media_node AS known (id, url, control_url, incarnation, router_rtp_capabilities, workers, rooms, participants,
         load, free_visits, draining, last_seen_at, open_visits, version, clock_offset_seconds, own_key, place, moves_calls)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,coalesce($13::int,0),$15,extract(epoch FROM $16::timestamptz - clock_timestamp()),$17,$19,$20)
       ON CONFLICT (id) DO UPDATE SET url = excluded.url, control_url = excluded.control_url,
         incarnation = excluded.incarnation, router_rtp_capabilities = excluded.router_rtp_capabilities,
         workers = excluded.workers, rooms = excluded.rooms, participants = excluded.participants, load = excluded.load,
         free_visits = excluded.free_visits, draining = excluded.draining, last_seen_at = excluded.last_seen_at,
         version = excluded.version, clock_offset_seconds = excluded.clock_offset_seconds, own_key = excluded.own_key, place = excluded.place,
         moves_calls = excluded.moves_calls,
         former_incarnation = CASE WHEN known.incarnation = excluded.incarnation THEN known.former_incarnation
           WHEN known.last_seen_at > $18 AND NOT ${isReclaimed} THEN known.incarnation END,
         taken_over_at = CASE WHEN known.incarnation = excluded.incarnation THEN known.taken_over_at ELSE excluded.last_seen_at END,
         refused_incarnation = CASE WHEN known.incarnation = excluded.incarnation THEN known.refused_incarnation
           WHEN known.last_seen_at > $18 AND ${isReclaimed} THEN known.incarnation END,
         open_visits = coalesce($13::int, known.open_visits),
         promised = CASE WHEN known.incarnation = excluded.incarnation THEN known.promised - $14::text[] ELSE '{}' END
       WHERE known.incarnation = excluded.incarnation OR known.last_seen_at <= $18
         OR known.refused_incarnation IS DISTINCT FROM excluded.incarnation AND (${isReclaimed} OR known.draining
           OR (known.url, known.control_url) = (excluded.url, excluded.control_url))
       RETURNING known.drained_since IS NOT NULL AS drain,
         EXISTS (SELECT 1 FROM media_node o WHERE o.id <> known.id AND ${serves('o', '$18')}
           AND (known.draining OR known.drained_since IS NULL OR o.free_visits > promised_visits(o.promised, $21))) AS elsewhere`,
      [
        node.id,
        node.url,
        node.controlUrl,
        node.incarnation,
        node.routerRtpCapabilities,
        node.workers,
        node.rooms,
        node.participants,
        node.load,
        node.freeVisits,
        node.draining,
        node.lastSeenAt,
        openVisits,
        visitIds,
        node.version,
        node.sentAt,
        node.ownKey,
        aliveSince,
        node.place,
        node.movesCalls,
        promisedSince,
      ],
    );
    return stored ?? null;
  }

  list(tx: Tx): Promise<KnownNode[]> {
    return tx.query<KnownNode>(
      `SELECT id, url, version, workers, rooms, participants, load, free_visits AS "freeVisits", draining, place,
         drained_since AS "drainedSince", moves_calls AS "movesCalls",
         clock_offset_seconds AS "clockOffsetSeconds", last_seen_at AS "lastSeenAt" FROM media_node ORDER BY id LIMIT 200`,
    );
  }

  /** Returns the node when it is alive, accepts calls and has the same incarnation; null otherwise. */
  async serving(tx: Tx, id: string, incarnation: string | null, aliveSince: Date): Promise<ServingNode | null> {
    const [node] = await tx.query<ServingNode>(
      `SELECT ${servingColumns('n')} FROM media_node n
       WHERE n.id = $1 AND n.incarnation = $2 AND ${serves('n', '$3')}`,
      [id, incarnation, aliveSince],
    );
    return node ?? null;
  }

  /**
   * Selects a node with room and stores the promise; null when none has room: of the first place that the hospital prefers, else of the next, else of
   * all others, and there the one that would then be least loaded. A lock serialises the choices, so that a burst does not overload a node. A waiting visit (`waits`) leaves room for visits in
   * progress whose node was lost or stops; those of a node that an operator drains can stay there. Never selects `except`.
   */
  async promise(
    tx: Tx,
    { visitId, waits, except }: { visitId: string; waits: boolean; except: string | null },
    times: NodeTimes,
  ): Promise<ChosenNode | null> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [pinningLock]);
    const [node] = await tx.query<ChosenNode>(
      `WITH chosen AS (
         SELECT n.id FROM media_node n
         WHERE ${serves('n', '$2')} AND n.free_visits > promised_visits(n.promised, $3)
           AND n.id IS DISTINCT FROM $7
           AND (NOT $5 OR (
             SELECT coalesce(sum(f.free_visits - promised_visits(f.promised, $3)), 0) FROM media_node f
             WHERE ${serves('f', '$2')}
           ) > (
             SELECT coalesce(sum(l.open_visits), 0) FROM media_node l
             WHERE (l.draining OR l.last_seen_at <= $2) AND l.last_seen_at > $4
           ))
         -- Loads that differ by less than a hundredth differ by chance.
         ORDER BY ${nearFirst('$8')}, round((n.load + promised_visits(n.promised, $3) * (1 - n.load) / greatest(n.free_visits, 1))::numeric, 2),
           n.participants + 2 * promised_visits(n.promised, $3), n.id
         LIMIT 1
       ), promised AS (
         UPDATE media_node n SET promised = n.promised || jsonb_build_object($1::text, $6::timestamptz)
         FROM chosen WHERE n.id = chosen.id RETURNING ${servingColumns('n')},
           (SELECT n.place = ANY (h.call_places) AND n.place IS NOT NULL FROM hospital h WHERE h.id = $8 AND h.call_places <> '{}') AS preferred
       )
       SELECT * FROM promised`,
      [visitId, times.aliveSince, times.promisedSince, times.lostSince, waits, tx.now, except, tx.hospitalId],
    );
    return node ?? null;
  }

  /** Decrements the open visits of a lost node after one of them got another node. Skips the row when another transaction holds it. */
  async unburden(tx: Tx, id: string, incarnation: string | null): Promise<void> {
    await tx.query(
      `UPDATE media_node SET open_visits = greatest(open_visits - 1, 0)
       WHERE id = (SELECT id FROM media_node WHERE id = $1 AND incarnation = $2 FOR UPDATE SKIP LOCKED)`,
      [id, incarnation],
    );
  }

  /** Returns the least loaded node that accepts calls, in the order of the hospital’s places; with `withRoom` only one that is not full. */
  async leastLoaded(tx: Tx, aliveSince: Date, withRoom: boolean): Promise<ServingNode | null> {
    const [node] = await tx.query<ServingNode>(
      `SELECT ${servingColumns('n')} FROM media_node n
       WHERE ${serves('n', '$1')} AND (NOT $2 OR n.free_visits > 0)
       ORDER BY ${nearFirst('$3')}, n.load, n.participants, n.id LIMIT 1`,
      [aliveSince, withRoom, tx.hospitalId],
    );
    return node ?? null;
  }

  /**
   * Returns the node for a change of its service, and whether any other node accepts calls; null when it is unknown. Serialised, so that of two operators
   * who drain the last two nodes the second learns that it is the last.
   */
  async lockService(tx: Tx, id: string, aliveSince: Date): Promise<NodeService | null> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [pinningLock]);
    const [node] = await tx.query<NodeService>(
      `SELECT n.drained_since IS NOT NULL AS drained, ${serves('n', '$2')} AS serving,
         EXISTS (SELECT 1 FROM media_node o WHERE o.id <> n.id AND ${serves('o', '$2')}) AS elsewhere
       FROM media_node n WHERE n.id = $1 FOR UPDATE OF n`,
      [id, aliveSince],
    );
    return node ?? null;
  }

  /** Takes a node out of service, or back into it. */
  async setDrained(tx: Tx, id: string, drained: boolean): Promise<void> {
    await tx.manager.update(mediaNodeEntity, { id }, { drainedSince: drained ? tx.now : null });
  }

  /** Returns the number of visits that this hospital completed or referred since the given time. */
  async endedSince(tx: Tx, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM domain_event
       WHERE hospital_id = $1 AND at > $2 AND type IN ('visit.completed', 'visit.referred-offline')`,
      [tx.hospitalId, since],
    );
    return row?.count ?? 0;
  }
}
