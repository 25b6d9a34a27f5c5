import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { RoomFacts } from './call-room.ts';
import type { ServingNode } from '../nodes/media-nodes.repository.ts';

/** A visit with what its room hangs on. */
export interface CallRoom extends RoomFacts {
  visitId: string;
  /** The node that the visit is pinned to, and where it takes orders. */
  nodeId: string | null;
  controlUrl: string | null;
  /**
   * Who must not be in it, as many as an order carries: a doctor whose account is closed, then, newest first, guests who were put
   * out, doctors who handed the visit over, and guardians who act for the patient no more.
   */
  removed: string[];
  /** Sessions of its patient, their guardians and its doctor that ended since the visit began; the latest, as many as an order carries. */
  endedSessions: string[];
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

  /** Visits that have a room and that the account may be in the call of. */
  async openOf(tx: Tx, accountId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`${openSql} ${thoseOfSql}`, [accountId]);
    return rows.map(({ id }) => id);
  }

  /** Holds the visits that have a room and that the account may be in the call of, as doctor, patient or guardian. */
  async lockThoseOf(tx: Tx, accountId: string): Promise<string[]> {
    return this.#lockOpen(tx, thoseOfSql, [accountId]);
  }

  /** Holds every visit of the hospital that has a room. */
  async lockAll(tx: Tx): Promise<string[]> {
    return this.#lockOpen(tx, 'AND v.hospital_id = $1', [tx.hospitalId]);
  }

  async #lockOpen(tx: Tx, which: string, values: string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`${openSql} ${which} ORDER BY v.id FOR UPDATE`, values);
    return rows.map(({ id }) => id);
  }
}
