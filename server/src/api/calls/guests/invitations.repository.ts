import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { callInvitationEntity, type CallInvitationRow } from './call-invitation.entity.ts';

/** An invitation of a third person to a call, with the guest who accepted it. */
export type InvitationRow = Omit<
  CallInvitationRow,
  'hospitalId' | 'answeredAt' | 'acceptedAt' | 'withdrawnAt' | 'consentVersion' | 'consentLocale'
>;

/** What the page shows to a person with a valid link. */
export interface InvitationScene {
  slug: string;
  hospitalName: LocalizedText;
  doctorName: string;
  doctorNameLatin: string;
}

/** Stores invitations. Callers hold the lock of the visit for changes. */
export class InvitationsRepository {
  async insert(
    tx: Tx,
    invitation: Omit<InvitationRow, 'accountId' | 'sessionId' | 'keyHash' | 'createdAt'>,
  ): Promise<void> {
    await tx.manager.insert(callInvitationEntity, { ...invitation, hospitalId: tx.hospitalId, createdAt: tx.now });
  }

  find(tx: Tx, id: string): Promise<InvitationRow | null> {
    return tx.manager.findOneBy(callInvitationEntity, { id });
  }

  /** Returns all invitations of a visit in order of creation. */
  ofVisit(tx: Tx, visitId: string): Promise<InvitationRow[]> {
    return tx.manager.find(callInvitationEntity, { where: { visitId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  isGuest(tx: Tx, visitId: string, accountId: string): Promise<boolean> {
    return tx.manager.existsBy(callInvitationEntity, { visitId, accountId, status: 'accepted' });
  }

  /** Returns accepted guests with their sessions. */
  guests(tx: Tx, visitId: string): Promise<{ accountId: string; sessionId: string }[]> {
    return tx.query(
      `SELECT account_id AS "accountId", session_id AS "sessionId" FROM call_invitation
       WHERE visit_id = $1 AND status = 'accepted' ORDER BY accepted_at`,
      [visitId],
    );
  }

  async answer(tx: Tx, id: string, status: 'ready' | 'declined'): Promise<void> {
    await tx.manager.update(callInvitationEntity, { id }, { status, answeredAt: tx.now });
  }

  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(callInvitationEntity, { id }, { status: 'withdrawn', withdrawnAt: tx.now });
  }

  async accept(
    tx: Tx,
    id: string,
    guest: { name: string; accountId: string; sessionId: string; keyHash: Buffer; version: string; locale: Locale },
  ): Promise<void> {
    const { version: consentVersion, locale: consentLocale, ...person } = guest;
    const accepted = { ...person, status: 'accepted', acceptedAt: tx.now, consentVersion, consentLocale } as const;
    await tx.manager.update(callInvitationEntity, { id }, accepted);
  }

  async scene(tx: Tx, visitId: string): Promise<InvitationScene | null> {
    const [scene] = await tx.query<InvitationScene>(
      `SELECT h.slug, h.name AS "hospitalName", p.name AS "doctorName", p.name_latin AS "doctorNameLatin"
       FROM visit v JOIN practitioner p ON p.id = v.practitioner_id JOIN hospital h ON h.id = v.hospital_id
       WHERE v.id = $1`,
      [visitId],
    );
    return scene ?? null;
  }
}
