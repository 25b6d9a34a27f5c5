import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { pharmacyInvitationEntity, type PharmacyInvitationRow } from './pharmacy-invitation.entity.ts';
import { columnsOf } from '../../../platform/db/table.ts';

export interface InvitationRow extends Omit<
  PharmacyInvitationRow,
  'hospitalId' | 'invitedAt' | 'usedAt' | 'withdrawnAt'
> {
  pharmacyName: LocalizedText;
}

export class InvitationRepository {
  async insert(tx: Tx, row: Omit<InvitationRow, 'pharmacyName' | 'deliveryId'>): Promise<void> {
    await tx.manager.insert(pharmacyInvitationEntity, { ...row, hospitalId: tx.hospitalId, invitedAt: tx.now });
  }

  /** Locks an invitation that can still be answered. */
  async lockOpen(tx: Tx, id: string): Promise<InvitationRow | null> {
    const row = await this.lock(tx, id);
    return row && row.expiresAt > tx.now ? row : null;
  }

  /** Locks an invitation that was neither answered nor withdrawn, expired or not. */
  async lock(tx: Tx, id: string): Promise<InvitationRow | null> {
    const [row] = await tx.query<InvitationRow>(
      `SELECT ${columnsOf(pharmacyInvitationEntity, 'i')}, p.name AS "pharmacyName"
       FROM pharmacy_invitation i JOIN pharmacy p ON p.id = i.pharmacy_id AND p.withdrawn_at IS NULL
       WHERE i.id = $1 AND i.used_at IS NULL AND i.withdrawn_at IS NULL FOR UPDATE OF i`,
      [id],
    );
    return row ?? null;
  }

  async replaceSecret(tx: Tx, id: string, secretHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.manager.update(pharmacyInvitationEntity, { id }, { secretHash, expiresAt });
  }

  /** Stores the delivery of the currently valid link; null for none. */
  async setDelivery(tx: Tx, id: string, deliveryId: string | null): Promise<void> {
    await tx.manager.update(pharmacyInvitationEntity, { id }, { deliveryId });
  }

  async use(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(pharmacyInvitationEntity, { id }, { usedAt: tx.now });
  }

  /** Withdraws an invitation. Returns a list with its delivery, empty when it was already answered or withdrawn or belongs to another pharmacy. */
  withdraw(tx: Tx, pharmacyId: string, id: string): Promise<{ deliveryId: string | null }[]> {
    return tx.query<{ deliveryId: string | null }>(
      `UPDATE pharmacy_invitation SET withdrawn_at = $3
       WHERE pharmacy_id = $1 AND id = $2 AND used_at IS NULL AND withdrawn_at IS NULL
       RETURNING delivery_id AS "deliveryId"`,
      [pharmacyId, id, tx.now],
    );
  }

  /** Returns whether the invitation belongs to the pharmacy, answered or not. */
  isOf(tx: Tx, pharmacyId: string, id: string): Promise<boolean> {
    return tx.manager.existsBy(pharmacyInvitationEntity, { pharmacyId, id });
  }
}
