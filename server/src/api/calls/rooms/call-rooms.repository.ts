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

/** A room of a node, or only its visit with the error’s code when the rows of its hospital could not be read. */
export type NodeRoom =
  | ({ hospitalId: string; failure: null } & CallRoom)
  | { hospitalId: string | null; failure: string; visitId: string };

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
  /** An operator drains it: the visit leaves it where another node has room. */
  drained: boolean;
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

/** The columns of `call_rooms` and `rooms_of_node`; `closed`: SQL for whether the hospital has no calls here. */
const roomColumns = (
  closed: string,
) => `r.visit AS "visitId", r.status, r.held, r.revision AS "roomRevision", r.node AS "nodeId", r.control_url AS "controlUrl",
  r.own_key AS "ownKey", ${closed} AS "hospitalClosed", r.removed, r.ended_sessions AS "endedSessions"`;

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
           'routerRtpCapabilities', n.router_rtp_capabilities, 'drained', n.drained_since IS NOT NULL) END AS pinned
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
    const [room] = await tx.query<CallRoom>(
      `SELECT ${roomColumns('r.hospital_closed')} FROM call_rooms($1, ARRAY[$2::uuid]) r`,
      [tx.hospitalId, visitId],
    );
    return room ?? null;
  }

  /**
   * Returns the rooms of visits of all hospitals in one statement, in a transaction of the installation. Those whose hospital is not in `hospitalOf`
   * are searched for.
   */
  roomsOfNode(tx: Tx, visitIds: readonly string[], hospitalOf: ReadonlyMap<string, string>): Promise<NodeRoom[]> {
    return tx.query<NodeRoom>(
      `SELECT r.hospital AS "hospitalId", r.failure, ${roomColumns(`(r.hospital_closed OR h.move_state = 'moved')`)}
       FROM rooms_of_node($1, $2) r LEFT JOIN hospital h ON h.id = r.hospital`,
      [visitIds, visitIds.map((id) => hospitalOf.get(id) ?? null)],
    );
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
