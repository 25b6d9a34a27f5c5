import type { StaffRole } from '@yunzhen/shared/directory/staff';
import type { PractitionerDraft } from '@yunzhen/shared/directory/staff.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { practitionerPortraitEntity } from '../portraits/practitioner-portrait.entity.ts';
import type { PortraitPicture } from '../portraits/portrait-picture.ts';
import { staffApplicationEntity, type StaffApplicationRow } from './staff-application.entity.ts';

/** Details of people who join as practitioners, until they are confirmed. */
export class ApplicationsRepository {
  async start(tx: Tx, accountId: string, roles: StaffRole[], draft: PractitionerDraft): Promise<void> {
    await tx.manager.insert(staffApplicationEntity, {
      accountId,
      hospitalId: tx.hospitalId,
      roles,
      draft,
      startedAt: tx.now,
      note: '',
    });
  }

  /** Returns the application that is not confirmed. */
  async open(tx: Tx, accountId: string): Promise<StaffApplicationRow | null> {
    const row = await tx.manager.findOneBy(staffApplicationEntity, { accountId });
    return row?.confirmedAt ? null : row;
  }

  async submit(tx: Tx, accountId: string, draft: PractitionerDraft): Promise<void> {
    const sent = { draft, submittedAt: tx.now, returnedAt: null, note: '' };
    await tx.manager.update(staffApplicationEntity, { accountId }, sent);
  }

  async giveBack(tx: Tx, accountId: string, note: string): Promise<void> {
    await tx.manager.update(staffApplicationEntity, { accountId }, { submittedAt: null, returnedAt: tx.now, note });
  }

  /** Stores who confirmed which details. */
  async confirm(tx: Tx, accountId: string, draft: PractitionerDraft): Promise<void> {
    const confirmedByAccountId = tx.context.actor?.accountId ?? null;
    await tx.manager.update(
      staffApplicationEntity,
      { accountId },
      { draft, confirmedAt: tx.now, confirmedByAccountId, portraitSmall: null, portraitLarge: null },
    );
  }

  async savePortrait(tx: Tx, accountId: string, { sha256, small, large }: PortraitPicture): Promise<void> {
    const picture = { portraitSha256: sha256, portraitSmall: small, portraitLarge: large };
    await tx.manager.update(staffApplicationEntity, { accountId }, picture);
  }

  async removePortrait(tx: Tx, accountId: string): Promise<void> {
    const none = { portraitSha256: null, portraitSmall: null, portraitLarge: null };
    await tx.manager.update(staffApplicationEntity, { accountId }, none);
  }

  /** Gives the practitioner the picture of their application. */
  async publishPortrait(tx: Tx, practitionerId: string, row: StaffApplicationRow): Promise<void> {
    const { portraitSha256: sha256, portraitSmall: small, portraitLarge: large, accountId } = row;
    if (!sha256 || !small || !large) return;
    const uploaded = { uploadedByAccountId: accountId, uploadedAt: tx.now };
    const picture = { practitionerId, hospitalId: tx.hospitalId, sha256, small, large, ...uploaded };
    await tx.manager.insert(practitionerPortraitEntity, picture);
  }

  /** Accounts that can confirm. */
  async administrators(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM account WHERE 'administrator' = ANY (roles) AND status = 'active' ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Locks the applications started before this time that were neither sent nor reminded of. */
  async dueForReminder(tx: Tx, before: Date): Promise<string[]> {
    const rows = await tx.query<{ accountId: string }>(
      `UPDATE staff_application s SET reminded_at = $2 FROM account a
       WHERE a.id = s.account_id AND a.status = 'active' AND s.hospital_id = $1 AND s.confirmed_at IS NULL
         AND s.submitted_at IS NULL AND s.reminded_at IS NULL AND s.started_at <= $3 RETURNING s.account_id AS "accountId"`,
      [tx.hospitalId, tx.now, before],
    );
    return rows.map(({ accountId }) => accountId);
  }
}
