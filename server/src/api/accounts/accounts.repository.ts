import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import type { Wishes } from '@yunzhen/shared/accounts/wishes';
import type { Sex } from '@yunzhen/shared/core/patient';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Channel } from '../../platform/messaging/message.ts';
import { accountEntity, type AccountRow } from './account.entity.ts';

const channelsOf: Readonly<Record<Wishes['messages'], readonly Channel[]>> = {
  both: ['mail', 'sms'],
  mail: ['mail'],
  sms: ['sms'],
  app: [],
};

type NewAccount = Pick<
  AccountRow,
  'id' | 'email' | 'phone' | 'passwordHash' | 'roles' | 'displayName' | 'displayNameLatin' | 'locale'
>;

/** An account with whom it stands for: a patient, a practitioner, or nobody but itself. */
export interface AccountHolder extends NewAccount, Pick<AccountRow, 'status'> {
  patientId: string | null;
  practitionerId: string | null;
  /** As stored; `readWishes` reads it. */
  wishes: unknown;
  identityVerified: boolean;
}

export interface NewPatient {
  id: string;
  accountId: string;
  name: string;
  nameLatin: string;
  birthDate: string;
  sex: Sex;
  phone: string | null;
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

  /** Inserts the account; false when its e-mail address or phone is taken in this hospital. */
  async add(tx: Tx, account: NewAccount): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(accountEntity)
      .values({ ...account, hospitalId: tx.hospitalId, status: 'active', createdAt: tx.now })
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length > 0;
  }

  async addPatient(tx: Tx, patient: NewPatient): Promise<void> {
    await tx.query(
      `INSERT INTO patient (id, hospital_id, account_id, name, name_latin, birth_date, sex, phone, created_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
      [
        patient.id,
        tx.hospitalId,
        patient.accountId,
        patient.name,
        patient.nameLatin,
        patient.birthDate,
        patient.sex,
        patient.phone,
        tx.now,
      ],
    );
  }

  async disable(tx: Tx, accountId: string): Promise<void> {
    await this.setStatus(tx, accountId, 'disabled');
  }

  /** A page that was based on the account as it was before is stale from now on. */
  async setStatus(tx: Tx, accountId: string, status: AccountRow['status']): Promise<void> {
    await tx.query('UPDATE account SET status = $2, version = version + 1 WHERE id = $1', [accountId, status]);
  }

  async setRoles(tx: Tx, accountId: string, roles: readonly Role[]): Promise<void> {
    await tx.query('UPDATE account SET roles = $2, version = version + 1 WHERE id = $1', [accountId, roles]);
  }

  async setPassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
    await tx.manager.update(accountEntity, { id: accountId }, { passwordHash });
  }

  /** Notes that the holder has read a code there just now. */
  async confirmContact(tx: Tx, accountId: string, channel: Channel): Promise<void> {
    const column = channel === 'mail' ? 'email_confirmed_at' : 'phone_confirmed_at';
    await tx.query(`UPDATE account SET ${column} = $2 WHERE id = $1`, [accountId, tx.now]);
  }

  /** Another e-mail address or phone, confirmed; false when it is another account’s in this hospital. */
  async setContact(tx: Tx, accountId: string, channel: Channel, address: string): Promise<boolean> {
    const column = channel === 'mail' ? 'email' : 'phone';
    const taken = await tx.query(`SELECT 1 FROM account WHERE hospital_id = $1 AND ${column} = $2 AND id <> $3`, [
      tx.hospitalId,
      address,
      accountId,
    ]);
    if (taken.length > 0) return false;
    await tx.query(`UPDATE account SET ${column} = $2, ${column}_confirmed_at = $3 WHERE id = $1`, [
      accountId,
      address,
      tx.now,
    ]);
    return true;
  }

  /** What is not named stays as it is. Messages go where they are wished. */
  async wish(tx: Tx, accountId: string, wishes: { [Name in keyof Wishes]?: Wishes[Name] | undefined }): Promise<void> {
    await tx.query('UPDATE account SET wishes = wishes || $2 WHERE id = $1', [accountId, JSON.stringify(wishes)]);
    if (wishes.messages !== undefined)
      await tx.query('UPDATE account SET message_channels = $2 WHERE id = $1', [
        accountId,
        channelsOf[wishes.messages],
      ]);
  }

  async setLocale(tx: Tx, accountId: string, locale: Locale): Promise<void> {
    await tx.manager.update(accountEntity, { id: accountId }, { locale });
  }

  /** Remembers by which key an account was made. The answer is not kept: it holds tokens. */
  async rememberSignUp(tx: Tx, accountId: string, key: string): Promise<void> {
    await tx.query(
      `INSERT INTO idempotency_key (hospital_id, account_id, key, command, created_at) VALUES ($1,$2,$3,'signUp',$4)`,
      [tx.hospitalId, accountId, key, tx.now],
    );
  }

  async wasMadeBy(tx: Tx, accountId: string, key: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM idempotency_key WHERE account_id = $1 AND key = $2 AND command = 'signUp'`,
      [accountId, key],
    );
    return rows.length > 0;
  }
}
