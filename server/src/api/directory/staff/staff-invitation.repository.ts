import type { PersonNames } from '@yunzhen/shared/core/common';
import type { MailState } from '@yunzhen/shared/notifications/notifications.contract';
import type { StaffInvitationState } from '@yunzhen/shared/directory/staff.contract';
import type { staffInvitationSorts } from '@yunzhen/shared/directory/staff.constants';
import { namesOf } from '../../../platform/db/person-names.ts';
import {
  holdsWords,
  instantKey,
  nameKey,
  placeValues,
  sortedBy,
  type SortedFilter,
} from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { mailStateSql, mailWordsSql } from '../../notifications/index.ts';
import { staffInvitationEntity, type StaffInvitationRow as StoredInvitation } from './staff-invitation.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

export interface StaffInvitationRow extends Omit<StoredInvitation, 'hospitalId' | 'invitedBy' | 'practitioner'> {
  invitedBy: PersonNames | null;
  mail: MailState;
  mailWords: number | null;
}

export type NewStaffInvitation = Omit<
  StaffInvitationRow,
  | 'invitedAt'
  | 'invitedBy'
  | 'usedAt'
  | 'withdrawnAt'
  | 'deliveryId'
  | 'mail'
  | 'mailWords'
  | 'reminderHash'
  | 'remindedAt'
>;

const columns = `i.id, i.email, i.name, i.name_latin AS "nameLatin", i.locale, i.roles,
  coalesce(i.prefilled, i.practitioner) AS prefilled, i.secret_hash AS "secretHash", i.reminder_hash AS "reminderHash", i.reminded_at AS "remindedAt",
  i.invited_at AS "invitedAt", ${namesOf('by.display_name', 'by.display_name_latin')} AS "invitedBy", i.expires_at AS "expiresAt",
  i.used_at AS "usedAt", i.withdrawn_at AS "withdrawnAt", i.delivery_id AS "deliveryId", ${mailStateSql('i.delivery_id')} AS mail,
  ${mailWordsSql('i.delivery_id')} AS "mailWords"`;
const from = `FROM staff_invitation i LEFT JOIN account by ON by.id = i.invited_by`;
const unanswered = 'i.used_at IS NULL AND i.withdrawn_at IS NULL';

/** Returns the condition for a state; without one, for open invitations, including expired ones, which can be renewed. */
const isIn = (state: StaffInvitationState | null): string => {
  switch (state) {
    case null:
      return `${unanswered} AND $3::timestamptz IS NOT NULL`;
    case 'open':
      return `${unanswered} AND i.expires_at > $3`;
    case 'expired':
      return `${unanswered} AND i.expires_at <= $3`;
    case 'accepted':
      return 'i.used_at <= $3';
    case 'withdrawn':
      return 'i.withdrawn_at <= $3';
  }
};

export interface InvitationFilter extends SortedFilter<(typeof staffInvitationSorts)[number]> {
  state: StaffInvitationState | null;
}

const keys: Record<InvitationFilter['sort'], string> = {
  invited: instantKey('i.invited_at'),
  expires: instantKey('i.expires_at'),
  name: nameKey('i.name', 'i.name_latin'),
};

export class StaffInvitationRepository {
  /** Returns up to one row more than the limit. */
  list(tx: Tx, filter: InvitationFilter): Promise<(StaffInvitationRow & { sortValue: string })[]> {
    const sorted = sortedBy(keys[filter.sort], 'i.id', filter.order, 4);
    return tx.query(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" ${from} WHERE ${isIn(filter.state)}
         AND ${holdsWords('$1', 'i.name', 'i.name_latin', 'i.email')}
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $2`,
      [filter.q, filter.limit + 1, tx.now, ...placeValues(filter.after)],
    );
  }

  /** Inserts the invitation. Returns false when the id exists in any hospital. */
  insert(tx: Tx, row: NewStaffInvitation): Promise<boolean> {
    const invited = { invitedBy: tx.context.actor?.accountId ?? null, invitedAt: tx.now };
    return insertUnlessThere(tx, staffInvitationEntity, { ...row, ...invited, hospitalId: tx.hospitalId });
  }

  /** Locks an invitation that is not accepted or withdrawn, expired or not. */
  async lock(tx: Tx, id: string): Promise<StaffInvitationRow | null> {
    const [row] = await tx.query<StaffInvitationRow>(
      `SELECT ${columns} ${from} WHERE ${unanswered} AND i.id = $1 FOR UPDATE OF i`,
      [id],
    );
    return row ?? null;
  }

  async replaceSecret(tx: Tx, id: string, secretHash: Buffer, expiresAt: Date): Promise<void> {
    const renewed = { secretHash, expiresAt, reminderHash: null, remindedAt: null };
    await tx.manager.update(staffInvitationEntity, { id }, renewed);
  }

  /** Stores the secret of the reminder’s link, which is valid beside the first one. */
  async addReminder(tx: Tx, id: string, reminderHash: Buffer): Promise<void> {
    await tx.manager.update(staffInvitationEntity, { id }, { reminderHash, remindedAt: tx.now });
  }

  /** Locks the valid invitations without a reminder that expire before this time. */
  dueForReminder(tx: Tx, before: Date): Promise<StaffInvitationRow[]> {
    return tx.query<StaffInvitationRow>(
      `SELECT ${columns} ${from} WHERE ${unanswered} AND i.hospital_id = $1 AND i.reminded_at IS NULL AND i.expires_at > $2
         AND i.expires_at <= $3 ORDER BY i.id FOR UPDATE OF i SKIP LOCKED`,
      [tx.hospitalId, tx.now, before],
    );
  }

  /** Stores which mail contains the valid link; null for none. */
  async setDelivery(tx: Tx, id: string, deliveryId: string | null): Promise<void> {
    await tx.manager.update(staffInvitationEntity, { id }, { deliveryId });
  }

  async use(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(staffInvitationEntity, { id }, { usedAt: tx.now });
  }

  /** Withdraws an invitation. Returns the mails with its link; empty when it was accepted or withdrawn before. */
  withdraw(tx: Tx, id: string): Promise<{ id: string; deliveryId: string | null }[]> {
    return this.#withdraw(tx, 'id = $1', id);
  }

  withdrawAll(tx: Tx, email: string): Promise<{ id: string; deliveryId: string | null }[]> {
    return this.#withdraw(tx, 'email = $1', email);
  }

  withdrawExpired(tx: Tx, email: string): Promise<{ id: string; deliveryId: string | null }[]> {
    return this.#withdraw(tx, 'lower(email) = lower($1) AND expires_at <= $2', email);
  }

  /** Serialises the imports of a hospital, so that the second one sees what the first one invited. */
  async lockImports(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('staff-import/' || $1, 0))`, [tx.hospitalId]);
  }

  #withdraw(tx: Tx, which: string, value: string): Promise<{ id: string; deliveryId: string | null }[]> {
    return tx.query<{ id: string; deliveryId: string | null }>(
      `UPDATE staff_invitation SET withdrawn_at = $2 WHERE ${which} AND used_at IS NULL AND withdrawn_at IS NULL
       RETURNING id, delivery_id AS "deliveryId"`,
      [value, tx.now],
    );
  }

  /** Returns whether the hospital ever had this invitation. */
  isKnown(tx: Tx, id: string): Promise<boolean> {
    return tx.manager.existsBy(staffInvitationEntity, { id });
  }
}
