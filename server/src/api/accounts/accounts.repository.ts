import { Not } from 'typeorm';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import type { Wishes } from '@yunzhen/shared/accounts/wishes';
import { isKeyOf, storeKey } from '../../platform/db/idempotency.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Channel } from '../../platform/messaging/message.ts';
import { accountEntity, type AccountRow } from './account.entity.ts';
import { patientEntity, type PatientRow } from './patient.entity.ts';
import { insertUnlessThere } from '../../platform/db/insert-unless-there.ts';

const channelsOf: Readonly<Record<Wishes['messages'], Channel[]>> = {
  both: ['mail', 'sms'],
  mail: ['mail'],
  sms: ['sms'],
  app: [],
};

type NewPatient = Pick<PatientRow, 'id' | 'accountId' | 'name' | 'nameLatin' | 'birthDate' | 'sex' | 'phone'>;

type NewAccount = Pick<
  AccountRow,
  'id' | 'email' | 'phone' | 'passwordHash' | 'roles' | 'displayName' | 'displayNameLatin' | 'locale'
>;

/** An account with the patient or practitioner it belongs to, if any. */
export interface AccountHolder extends NewAccount, Pick<AccountRow, 'status'> {
  patientId: string | null;
  practitionerId: string | null;
  /** As stored; `readWishes` parses it. */
  wishes: unknown;
  identityVerified: boolean;
}

const holderSql = `
  SELECT a.id, a.email, a.phone, a.password_hash AS "passwordHash", a.roles, a.display_name AS "displayName",
         a.display_name_latin AS "displayNameLatin", a.locale, a.status,
         p.id AS "patientId", pr.id AS "practitionerId", a.wishes, p.identity_verified_at IS NOT NULL AS "identityVerified"
  FROM account a
  LEFT JOIN patient p ON p.account_id = a.id
  LEFT JOIN practitioner pr ON pr.account_id = a.id`;

export class AccountsRepository {
  async byEmail(tx: Tx, email: string): Promise<AccountHolder | null> {
    const [holder] = await tx.query<AccountHolder>(`${holderSql} WHERE a.hospital_id = $1 AND a.email = $2`, [
      tx.hospitalId,
      email,
    ]);
    return holder ?? null;
  }

  async byPhone(tx: Tx, phone: string): Promise<AccountHolder | null> {
    const [holder] = await tx.query<AccountHolder>(`${holderSql} WHERE a.hospital_id = $1 AND a.phone = $2`, [
      tx.hospitalId,
      phone,
    ]);
    return holder ?? null;
  }

  async byId(tx: Tx, accountId: string): Promise<AccountHolder | null> {
    const [holder] = await tx.query<AccountHolder>(`${holderSql} WHERE a.id = $1`, [accountId]);
    return holder ?? null;
  }

  /** Inserts the account. Returns false when its e-mail address or phone is taken in this hospital. */
  async add(tx: Tx, account: NewAccount): Promise<boolean> {
    const active = { hospitalId: tx.hospitalId, status: 'active', createdAt: tx.now } as const;
    return insertUnlessThere(tx, accountEntity, { ...account, ...active });
  }

  async addPatient(tx: Tx, patient: NewPatient): Promise<void> {
    await tx.manager.insert(patientEntity, { ...patient, hospitalId: tx.hospitalId, createdAt: tx.now });
  }

  async disable(tx: Tx, accountId: string): Promise<void> {
    await this.setStatus(tx, accountId, 'disabled');
  }

  /** Sets the status and raises the version, so that pages with the earlier account are stale. */
  async setStatus(tx: Tx, accountId: string, status: AccountRow['status']): Promise<void> {
    await tx.manager.update(accountEntity, { id: accountId }, { status, version: () => 'version + 1' });
  }

  async raiseVersion(tx: Tx, accountId: string): Promise<void> {
    await tx.manager.update(accountEntity, { id: accountId }, { version: () => 'version + 1' });
  }

  async setRoles(tx: Tx, accountId: string, roles: readonly Role[]): Promise<void> {
    await tx.manager.update(accountEntity, { id: accountId }, { roles: [...roles], version: () => 'version + 1' });
  }

  async setPassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
    await tx.manager.update(accountEntity, { id: accountId }, { passwordHash });
  }

  /** Returns true when the holder has not been notified of failed sign-ins since then; the caller must notify them now. */
  async markNotifiedOfFailures(tx: Tx, accountId: string, since: Date): Promise<boolean> {
    const rows = await tx.query<{ id: string }>(
      `UPDATE account SET failures_told_at = $2
       WHERE id = $1 AND (failures_told_at IS NULL OR failures_told_at <= $3) RETURNING id`,
      [accountId, tx.now, since],
    );
    return rows.length > 0;
  }

  /** Records that the holder has just confirmed this contact with a code. */
  async confirmContact(tx: Tx, accountId: string, channel: Channel): Promise<void> {
    const confirmed = channel === 'mail' ? { emailConfirmedAt: tx.now } : { phoneConfirmedAt: tx.now };
    await tx.manager.update(accountEntity, { id: accountId }, confirmed);
  }

  /** Sets a confirmed e-mail address or phone. Returns false when another account of this hospital has it. */
  async setContact(tx: Tx, accountId: string, channel: Channel, address: string): Promise<boolean> {
    const contact = channel === 'mail' ? { email: address } : { phone: address };
    const others = { ...contact, hospitalId: tx.hospitalId, id: Not(accountId) };
    if (await tx.manager.existsBy(accountEntity, others)) return false;
    await tx.manager.update(accountEntity, { id: accountId }, contact);
    await this.confirmContact(tx, accountId, channel);
    return true;
  }

  /** Updates the named preferences and leaves the others unchanged. They decide where messages go. */
  async wish(tx: Tx, accountId: string, wishes: { [Name in keyof Wishes]?: Wishes[Name] | undefined }): Promise<void> {
    await tx.query('UPDATE account SET wishes = wishes || $2 WHERE id = $1', [accountId, JSON.stringify(wishes)]);
    if (wishes.messages !== undefined)
      await tx.manager.update(accountEntity, { id: accountId }, { messageChannels: channelsOf[wishes.messages] });
  }

  async setLocale(tx: Tx, accountId: string, locale: Locale): Promise<void> {
    await tx.manager.update(accountEntity, { id: accountId }, { locale });
  }

  /** Stores the idempotency key that created the account. The answer is not stored, because it contains tokens. */
  rememberSignUp(tx: Tx, accountId: string, key: string): Promise<void> {
    return storeKey(tx, accountId, key, 'signUp');
  }

  wasMadeBy(tx: Tx, accountId: string, key: string): Promise<boolean> {
    return isKeyOf(tx, accountId, key, 'signUp');
  }
}
