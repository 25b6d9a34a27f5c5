import type { MailState } from '@yunzhen/shared/contract/notifications';
import type { PractitionerDetails, StaffInvitationState } from '@yunzhen/shared/contract/staff';
import type { Locale } from '@yunzhen/shared/domain/locale';
import type { StaffRole } from '@yunzhen/shared/domain/staff';
import type { Place } from '../../../../platform/db/paging.ts';
import type { Tx } from '../../../../platform/db/transaction.ts';
import { mailStateSql, mailWordsSql } from '../../notifications/index.ts';

export interface StaffInvitationRow {
  id: string;
  email: string;
  name: string;
  nameLatin: string;
  locale: Locale;
  roles: StaffRole[];
  practitioner: PractitionerDetails | null;
  secretHash: Buffer;
  invitedAt: Date;
  invitedBy: string;
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
  deliveryId: string | null;
  mail: MailState;
  mailWords: number | null;
}

export type NewStaffInvitation = Omit<
  StaffInvitationRow,
  'invitedAt' | 'invitedBy' | 'usedAt' | 'withdrawnAt' | 'deliveryId' | 'mail' | 'mailWords'
>;

const columns = `i.id, i.email, i.name, i.name_latin AS "nameLatin", i.locale, i.roles, i.practitioner, i.secret_hash AS "secretHash",
  i.invited_at AS "invitedAt", coalesce(by.display_name, '') AS "invitedBy", i.expires_at AS "expiresAt",
  i.used_at AS "usedAt", i.withdrawn_at AS "withdrawnAt", i.delivery_id AS "deliveryId", ${mailStateSql('i.delivery_id')} AS mail,
  ${mailWordsSql('i.delivery_id')} AS "mailWords"`;
const from = `FROM staff_invitation i LEFT JOIN account by ON by.id = i.invited_by`;
const unanswered = 'i.used_at IS NULL AND i.withdrawn_at IS NULL';

/** Which rows are in a state; without one, those that wait for an answer, expired ones among them so that they can be renewed. */
const isIn = (state: StaffInvitationState | null): string => {
  switch (state) {
    case null:
      return `${unanswered} AND $5::timestamptz IS NOT NULL`;
    case 'open':
      return `${unanswered} AND i.expires_at > $5`;
    case 'expired':
      return `${unanswered} AND i.expires_at <= $5`;
    case 'accepted':
      return 'i.used_at <= $5';
    case 'withdrawn':
      return 'i.withdrawn_at <= $5';
  }
};

export class StaffInvitationRepository {
  /** Newest first, one more than asked for. */
  list(
    tx: Tx,
    { q, state, before, limit }: { q: string; state: StaffInvitationState | null; before: Place | null; limit: number },
  ): Promise<StaffInvitationRow[]> {
    return tx.query<StaffInvitationRow>(
      `SELECT ${columns} ${from} WHERE ${isIn(state)}
         AND ($1 = '' OR strpos(lower(concat_ws(' ', i.name, i.name_latin, i.email)), lower($1)) > 0)
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', i.invited_at), i.id) < ($2, $3::uuid))
       ORDER BY date_trunc('milliseconds', i.invited_at) DESC, i.id DESC LIMIT $4`,
      [q, before?.at ?? null, before?.id ?? null, limit + 1, tx.now],
    );
  }

  /** False when there is one of that id already, in whatever hospital. */
  async insert(tx: Tx, row: NewStaffInvitation): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO staff_invitation (id, hospital_id, email, name, name_latin, locale, roles, practitioner, secret_hash, invited_by,
         invited_at, expires_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) ON CONFLICT DO NOTHING RETURNING id`,
      [
        row.id,
        tx.hospitalId,
        row.email,
        row.name,
        row.nameLatin,
        row.locale,
        row.roles,
        row.practitioner,
        row.secretHash,
        tx.context.actor?.accountId ?? null,
        tx.now,
        row.expiresAt,
      ],
    );
    return added.length > 0;
  }

  /** Locks one that nobody has answered or taken back, expired or not. */
  async lock(tx: Tx, id: string): Promise<StaffInvitationRow | null> {
    const [row] = await tx.query<StaffInvitationRow>(
      `SELECT ${columns} ${from} WHERE ${unanswered} AND i.id = $1 FOR UPDATE OF i`,
      [id],
    );
    return row ?? null;
  }

  async replaceSecret(tx: Tx, id: string, secretHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.query('UPDATE staff_invitation SET secret_hash = $2, expires_at = $3 WHERE id = $1', [
      id,
      secretHash,
      expiresAt,
    ]);
  }

  /** Which mail brings the link that is good now; null for none. */
  async setDelivery(tx: Tx, id: string, deliveryId: string | null): Promise<void> {
    await tx.query('UPDATE staff_invitation SET delivery_id = $2 WHERE id = $1', [id, deliveryId]);
  }

  async use(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE staff_invitation SET used_at = $2 WHERE id = $1', [id, tx.now]);
  }

  /** Takes one back; the mails with its link, none when it was answered or taken back before. */
  withdraw(tx: Tx, id: string): Promise<{ deliveryId: string | null }[]> {
    return this.#withdraw(tx, 'id = $1', id);
  }

  withdrawAll(tx: Tx, email: string): Promise<{ deliveryId: string | null }[]> {
    return this.#withdraw(tx, 'email = $1', email);
  }

  #withdraw(tx: Tx, which: string, value: string): Promise<{ deliveryId: string | null }[]> {
    return tx.query<{ deliveryId: string | null }>(
      `UPDATE staff_invitation SET withdrawn_at = $2 WHERE ${which} AND used_at IS NULL AND withdrawn_at IS NULL
       RETURNING delivery_id AS "deliveryId"`,
      [value, tx.now],
    );
  }

  /** Whether the hospital ever had it, answered or not. */
  async isKnown(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM staff_invitation WHERE id = $1', [id])).length > 0;
  }
}
