import type { GuestRelation, InvitationStatus } from '@yunzhen/shared/calls/conduct.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';

/** An invitation of a third person into a call, and the person who came by it. */
export interface InvitationRow {
  id: string;
  visitId: string;
  relation: GuestRelation;
  name: string;
  status: InvitationStatus;
  invitedBy: 'patient' | 'doctor';
  inviterAccountId: string;
  secretHash: Buffer;
  createdAt: Date;
  expiresAt: Date;
  /** The guest, from acceptance on. */
  accountId: string | null;
  sessionId: string | null;
  keyHash: Buffer | null;
}

/** What a stranger with a good link is shown. */
export interface InvitationScene {
  slug: string;
  hospitalName: { en: string; zh: string };
  doctorName: string;
}

const columns = `
  id, visit_id AS "visitId", relation, name, status, invited_by AS "invitedBy", inviter_account_id AS "inviterAccountId",
  secret_hash AS "secretHash", created_at AS "createdAt", expires_at AS "expiresAt", account_id AS "accountId",
  session_id AS "sessionId", key_hash AS "keyHash"`;

/** Callers who change an invitation hold the lock of its visit. */
export class InvitationsRepository {
  async insert(
    tx: Tx,
    invitation: Omit<InvitationRow, 'accountId' | 'sessionId' | 'keyHash' | 'createdAt'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO call_invitation (id, hospital_id, visit_id, relation, name, status, invited_by, inviter_account_id,
         secret_hash, created_at, expires_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [
        invitation.id,
        tx.hospitalId,
        invitation.visitId,
        invitation.relation,
        invitation.name,
        invitation.status,
        invitation.invitedBy,
        invitation.inviterAccountId,
        invitation.secretHash,
        tx.now,
        invitation.expiresAt,
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<InvitationRow | null> {
    const [row] = await tx.query<InvitationRow>(`SELECT ${columns} FROM call_invitation WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** All of a visit, in the order in which they were made. */
  ofVisit(tx: Tx, visitId: string): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `SELECT ${columns} FROM call_invitation WHERE visit_id = $1 ORDER BY created_at, id`,
      [visitId],
    );
  }

  async isGuest(tx: Tx, visitId: string, accountId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM call_invitation WHERE visit_id = $1 AND account_id = $2 AND status = 'accepted'`,
      [visitId, accountId],
    );
    return rows.length > 0;
  }

  /** Guests who are let in, with their sessions. */
  guests(tx: Tx, visitId: string): Promise<{ accountId: string; sessionId: string }[]> {
    return tx.query(
      `SELECT account_id AS "accountId", session_id AS "sessionId" FROM call_invitation
       WHERE visit_id = $1 AND status = 'accepted' ORDER BY accepted_at`,
      [visitId],
    );
  }

  async answer(tx: Tx, id: string, status: 'ready' | 'declined'): Promise<void> {
    await tx.query('UPDATE call_invitation SET status = $2, answered_at = $3 WHERE id = $1', [id, status, tx.now]);
  }

  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE call_invitation SET status = 'withdrawn', withdrawn_at = $2 WHERE id = $1`, [id, tx.now]);
  }

  async accept(
    tx: Tx,
    id: string,
    guest: { name: string; accountId: string; sessionId: string; keyHash: Buffer; version: string; locale: Locale },
  ): Promise<void> {
    await tx.query(
      `UPDATE call_invitation SET status = 'accepted', accepted_at = $2, name = $3, account_id = $4, session_id = $5,
         key_hash = $6, consent_version = $7, consent_locale = $8 WHERE id = $1`,
      [id, tx.now, guest.name, guest.accountId, guest.sessionId, guest.keyHash, guest.version, guest.locale],
    );
  }

  async scene(tx: Tx, visitId: string): Promise<InvitationScene | null> {
    const [scene] = await tx.query<InvitationScene>(
      `SELECT h.slug, h.name AS "hospitalName", p.name AS "doctorName"
       FROM visit v JOIN practitioner p ON p.id = v.practitioner_id JOIN hospital h ON h.id = v.hospital_id
       WHERE v.id = $1`,
      [visitId],
    );
    return scene ?? null;
  }
}
