import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { RoomFacts } from './call-room.ts';
import type { ServingNode } from '../nodes/media-nodes.repository.ts';

/** A visit with everything that determines its room. */
export interface CallRoom extends RoomFacts {
  visitId: string;
  /** The visit’s node, and the address for its orders. */
  nodeId: string | null;
  controlUrl: string | null;
  /** Whether the node has a key of its own, with which it expects orders. */
  ownKey: boolean | null;
  /**
   * Accounts that must not be in the room, as many as an order can carry. A doctor with a closed account comes first; then, newest first, removed
   * guests, doctors who handed the visit over, and former guardians.
   */
  removed: string[];
  /** Sessions of patient, guardians and doctor that ended since the visit began, the latest first, as many as an order can carry. */
  endedSessions: string[];
}

/** The data for a ticket. */
export interface CallEntry extends RoomFacts {
  id: string;
  patientId: string;
  practitionerId: string;
  mediaNodeId: string | null;
  mediaNodeIncarnation: string | null;
  /** The node of the visit while the same incarnation accepts calls. */
  node: PinnedNode | null;
}

/** A visit’s node with what tells whether it still answers. */
export interface PinnedNode extends ServingNode {
  controlUrl: string;
  lastSeenAt: Date;
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
  pinned: Omit<PinnedNode, 'id' | 'incarnation' | 'lastSeenAt'> | null;
  lastSeenAt: Date | null;
}

const roomSql = `
  SELECT v.id AS "visitId", v.status, v.held, v.room_revision AS "roomRevision", v.media_node_id AS "nodeId",
         n.control_url AS "controlUrl", n.own_key AS "ownKey",
         (SELECT h.suspended_at IS NOT NULL FROM hospital h WHERE h.id = v.hospital_id) AS "hospitalClosed",
         ARRAY(SELECT o.account_id FROM (
                 SELECT i.account_id, i.withdrawn_at AS at FROM call_invitation i
                 WHERE i.visit_id = v.id AND i.status = 'withdrawn' AND i.account_id IS NOT NULL
                 UNION ALL
                 SELECT p.account_id, max(t.at) FROM visit_transfer t
                   JOIN practitioner p ON p.id IN (t.from_practitioner_id, t.to_practitioner_id)
                 WHERE t.visit_id = v.id AND p.id <> v.practitioner_id GROUP BY p.account_id
                 UNION ALL
                 SELECT a.id, 'infinity' FROM practitioner p JOIN account a ON a.id = p.account_id
                 WHERE p.id = v.practitioner_id AND (a.status <> 'active' OR NOT 'doctor' = ANY (a.roles))
                 UNION ALL
                 SELECT g.guardian_account_id, max(g.ended_at) FROM guardianship g
                 WHERE g.patient_id = v.patient_id AND g.state = 'ended' AND NOT EXISTS (SELECT 1 FROM guardianship o
                     WHERE o.guardian_account_id = g.guardian_account_id AND o.patient_id = g.patient_id AND o.state = 'active')
                   AND NOT EXISTS (SELECT 1 FROM practitioner d WHERE d.id = v.practitioner_id AND d.account_id = g.guardian_account_id)
                 GROUP BY g.guardian_account_id) o
               ORDER BY o.at DESC LIMIT 50) AS removed,
         ARRAY(SELECT s.id FROM session s
               WHERE s.ended_at > v.created_at AND s.account_id IN (
                 SELECT p.account_id FROM patient p WHERE p.id = v.patient_id
                 UNION ALL SELECT d.account_id FROM practitioner d WHERE d.id = v.practitioner_id
                 UNION ALL SELECT g.guardian_account_id FROM guardianship g WHERE g.patient_id = v.patient_id)
               ORDER BY s.ended_at DESC LIMIT 100) AS "endedSessions"
  FROM visit v LEFT JOIN media_node n ON n.id = v.media_node_id`;

const openSql = `SELECT v.id FROM visit v WHERE v.status IN ('waiting', 'in-progress')`;

/** Visits of an account ($1) as doctor, patient or guardian. */
const thoseOfSql = `
  AND (v.practitioner_id IN (SELECT id FROM practitioner WHERE account_id = $1)
    OR v.patient_id IN (SELECT id FROM patient WHERE account_id = $1
                        UNION ALL SELECT patient_id FROM guardianship WHERE guardian_account_id = $1))`;

export class CallRoomsRepository {
  /**
   * Returns the visit, locked for a change, with its node in the same round trip, because tickets are on the path from click to picture. The node is
   * missing when another transaction pinned the visit in between.
   */
  async enter(tx: Tx, visitId: string, aliveSince: Date): Promise<CallEntry | null> {
    const [row] = await tx.query<EntryRow>(
      `SELECT v.id, v.patient_id AS "patientId", v.practitioner_id AS "practitionerId", v.status, v.held,
         v.room_revision AS "roomRevision", v.media_node_id AS "mediaNodeId",
         v.media_node_incarnation AS "mediaNodeIncarnation", n.last_seen_at AS "lastSeenAt",
         CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('url', n.url, 'controlUrl', n.control_url,
           'routerRtpCapabilities', n.router_rtp_capabilities) END AS pinned
       FROM visit v LEFT JOIN media_node n ON n.id = v.media_node_id AND n.incarnation = v.media_node_incarnation
         AND NOT n.draining AND n.last_seen_at > $2
       WHERE v.id = $1 FOR UPDATE OF v`,
      [visitId, aliveSince],
    );
    if (!row) return null;
    const { pinned, lastSeenAt, ...visit } = row;
    const { mediaNodeId: id, mediaNodeIncarnation: incarnation } = row;
    const known = pinned !== null && lastSeenAt !== null && id !== null && incarnation !== null;
    return { ...visit, node: known ? { id, incarnation, lastSeenAt, ...pinned } : null };
  }

  async room(tx: Tx, visitId: string): Promise<CallRoom | null> {
    const [room] = await tx.query<CallRoom>(`${roomSql} WHERE v.id = $1`, [visitId]);
    return room ?? null;
  }

  /** Returns the rooms of those visits that belong to this hospital. */
  rooms(tx: Tx, visitIds: readonly string[]): Promise<CallRoom[]> {
    return tx.query<CallRoom>(`${roomSql} WHERE v.id = ANY($1)`, [visitIds]);
  }

  /** Returns the ids of visits with a room whose call the account may join. */
  async openOf(tx: Tx, accountId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`${openSql} ${thoseOfSql}`, [accountId]);
    return rows.map(({ id }) => id);
  }

  /** Locks the visits with a room whose call the account may join as doctor, patient or guardian. */
  async lockThoseOf(tx: Tx, accountId: string): Promise<string[]> {
    return this.#lockOpen(tx, thoseOfSql, [accountId]);
  }

  /** Locks every visit of the hospital that has a room. */
  async lockAll(tx: Tx): Promise<string[]> {
    return this.#lockOpen(tx, 'AND v.hospital_id = $1', [tx.hospitalId]);
  }

  async #lockOpen(tx: Tx, which: string, values: string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`${openSql} ${which} ORDER BY v.id FOR UPDATE`, values);
    return rows.map(({ id }) => id);
  }
}
