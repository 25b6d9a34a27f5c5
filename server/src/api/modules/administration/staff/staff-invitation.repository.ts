import type { PractitionerDetails } from '@yunzhen/shared/contract/staff';
import type { Locale } from '@yunzhen/shared/domain/locale';
import type { StaffRole } from '@yunzhen/shared/domain/staff';
import type { Place } from '../../../../platform/db/paging.ts';
import type { Tx } from '../../../../platform/db/transaction.ts';

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
}

export type NewStaffInvitation = Omit<StaffInvitationRow, 'invitedAt' | 'invitedBy'>;

const columns = `i.id, i.email, i.name, i.name_latin AS "nameLatin", i.locale, i.roles, i.practitioner, i.secret_hash AS "secretHash",
  i.invited_at AS "invitedAt", coalesce(by.display_name, '') AS "invitedBy", i.expires_at AS "expiresAt"`;
const open = `FROM staff_invitation i LEFT JOIN account by ON by.id = i.invited_by WHERE i.used_at IS NULL AND i.withdrawn_at IS NULL`;

export class StaffInvitationRepository {
  /** Unanswered ones, newest first, expired ones among them so that they can be renewed. One more than asked for. */
  list(tx: Tx, q: string, before: Place | null, limit: number): Promise<StaffInvitationRow[]> {
    return tx.query<StaffInvitationRow>(
      `SELECT ${columns} ${open}
         AND ($1 = '' OR strpos(lower(concat_ws(' ', i.name, i.name_latin, i.email)), lower($1)) > 0)
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', i.invited_at), i.id) < ($2, $3::uuid))
       ORDER BY date_trunc('milliseconds', i.invited_at) DESC, i.id DESC LIMIT $4`,
      [q, before?.at ?? null, before?.id ?? null, limit + 1],
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
    const [row] = await tx.query<StaffInvitationRow>(`SELECT ${columns} ${open} AND i.id = $1 FOR UPDATE OF i`, [id]);
    return row ?? null;
  }

  async replaceSecret(tx: Tx, id: string, secretHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.query('UPDATE staff_invitation SET secret_hash = $2, expires_at = $3 WHERE id = $1', [
      id,
      secretHash,
      expiresAt,
    ]);
  }

  async use(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE staff_invitation SET used_at = $2 WHERE id = $1', [id, tx.now]);
  }

  /** True when this took it back. */
  async withdraw(tx: Tx, id: string): Promise<boolean> {
    const taken = await tx.query(
      'UPDATE staff_invitation SET withdrawn_at = $2 WHERE id = $1 AND used_at IS NULL AND withdrawn_at IS NULL RETURNING id',
      [id, tx.now],
    );
    return taken.length > 0;
  }

  async withdrawAll(tx: Tx, email: string): Promise<void> {
    await tx.query(
      'UPDATE staff_invitation SET withdrawn_at = $2 WHERE email = $1 AND used_at IS NULL AND withdrawn_at IS NULL',
      [email, tx.now],
    );
  }

  /** Whether the hospital ever had it, answered or not. */
  async isKnown(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM staff_invitation WHERE id = $1', [id])).length > 0;
  }
}
