import type { VisitStatus } from '@yunzhen/shared/domain/visit';
import type { Tx } from '../../../../platform/db/transaction.ts';
import type { RoomFacts } from './call-room.ts';
import type { ServingNode } from './media-nodes.repository.ts';

/** A visit with what its room hangs on. */
export interface CallRoom extends RoomFacts {
  visitId: string;
  /** The node that the visit is pinned to, and where it takes orders. */
  nodeId: string | null;
  controlUrl: string | null;
  /** Guests who were put out and doctors who handed the visit over, as many as an order carries, newest first. */
  removed: string[];
}

/** What a ticket is made of. */
export interface CallEntry extends RoomFacts {
  id: string;
  patientId: string;
  practitionerId: string;
  mediaNodeId: string | null;
  mediaNodeIncarnation: string | null;
  /** The node of the visit, as long as the same start of it takes calls. */
  node: ServingNode | null;
}

interface EntryRow {
  id: string;
  patientId: string;
  practitionerId: string;
  status: VisitStatus;
  held: boolean;
  roomRevision: number;
  mediaNodeId: string | null;
  mediaNodeIncarnation: string | null;
  url: string | null;
  routerRtpCapabilities: ServingNode['routerRtpCapabilities'] | null;
}

const roomSql = `
  SELECT v.id AS "visitId", v.status, v.held, v.room_revision AS "roomRevision", v.media_node_id AS "nodeId",
         n.control_url AS "controlUrl",
         ARRAY(SELECT o.account_id FROM (
                 SELECT i.account_id, i.withdrawn_at AS at FROM call_invitation i
                 WHERE i.visit_id = v.id AND i.status = 'withdrawn' AND i.account_id IS NOT NULL
                 UNION ALL
                 SELECT p.account_id, max(t.at) FROM visit_transfer t
                   JOIN practitioner p ON p.id IN (t.from_practitioner_id, t.to_practitioner_id)
                 WHERE t.visit_id = v.id AND p.id <> v.practitioner_id GROUP BY p.account_id) o
               ORDER BY o.at DESC LIMIT 50) AS removed
  FROM visit v LEFT JOIN media_node n ON n.id = v.media_node_id`;

export class CallRoomsRepository {
  /**
   * The visit, held for a change, with its node in the same round trip: a ticket lies on the way from a click to a picture.
   * When the visit was pinned by another transaction in between, its node is missing here although it has one.
   */
  async enter(tx: Tx, visitId: string, aliveSince: Date): Promise<CallEntry | null> {
    const [row] = await tx.query<EntryRow>(
      `SELECT v.id, v.patient_id AS "patientId", v.practitioner_id AS "practitionerId", v.status, v.held,
         v.room_revision AS "roomRevision", v.media_node_id AS "mediaNodeId",
         v.media_node_incarnation AS "mediaNodeIncarnation", n.url, n.router_rtp_capabilities AS "routerRtpCapabilities"
       FROM visit v LEFT JOIN media_node n ON n.id = v.media_node_id AND n.incarnation = v.media_node_incarnation
         AND NOT n.draining AND n.last_seen_at > $2
       WHERE v.id = $1 FOR UPDATE OF v`,
      [visitId, aliveSince],
    );
    if (!row) return null;
    const { url, routerRtpCapabilities, ...visit } = row;
    const { mediaNodeId: id, mediaNodeIncarnation: incarnation } = row;
    const known = url !== null && routerRtpCapabilities !== null && id !== null && incarnation !== null;
    return { ...visit, node: known ? { id, url, incarnation, routerRtpCapabilities } : null };
  }

  async room(tx: Tx, visitId: string): Promise<CallRoom | null> {
    const [room] = await tx.query<CallRoom>(`${roomSql} WHERE v.id = $1`, [visitId]);
    return room ?? null;
  }

  /** Those of the visits that this hospital has. */
  rooms(tx: Tx, visitIds: readonly string[]): Promise<CallRoom[]> {
    return tx.query<CallRoom>(`${roomSql} WHERE v.id = ANY($1)`, [visitIds]);
  }

  /** The caller holds the visit’s lock. */
  async raiseRevision(tx: Tx, visitId: string): Promise<void> {
    await tx.query('UPDATE visit SET room_revision = room_revision + 1 WHERE id = $1', [visitId]);
  }

  async setHeld(tx: Tx, visitId: string, held: boolean): Promise<void> {
    await tx.query('UPDATE visit SET held = $2, room_revision = room_revision + 1 WHERE id = $1', [visitId, held]);
  }
}
