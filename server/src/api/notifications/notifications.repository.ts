import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';
import { placeValues, timedBy, type Place } from '../../platform/db/paging.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Channel } from '../../platform/messaging/message.ts';
import type { NotificationRow as StoredNotification } from './notification.entity.ts';

/** An account to notify, and how to reach it. */
export interface Recipient {
  accountId: string;
  email: string | null;
  phone: string | null;
  locale: Locale;
  channels: Channel[];
  /** Preferred time zone; null for the hospital’s. */
  timeZone: string | null;
  /** As stored. */
  quietHours: unknown;
}

export type NewNotification = Omit<StoredNotification, 'hospitalId' | 'readAt' | 'createdAt'>;

export interface NotificationRow extends Pick<
  StoredNotification,
  'id' | 'template' | 'facts' | 'link' | 'visibleAt' | 'readAt' | 'wordingVersion'
> {
  patientName: string | null;
  patientNameLatin: string | null;
}

/** The hospital that sends the notification. */
export interface TellingHospital {
  slug: string;
  name: LocalizedText;
  timeZone: string;
}

/** Accounts without sign-in (guests, counters) have no deliverable address. */
const recipientSql = `
  SELECT a.id AS "accountId", a.phone, a.locale, a.message_channels AS channels, a.wishes->>'timeZone' AS "timeZone",
    a.wishes->'quietHours' AS "quietHours",
    CASE WHEN a.email LIKE '%@%' AND a.email NOT LIKE '%.invalid' THEN a.email END AS email
  FROM account a`;

/** The inbox of each account. */
export class NotificationsRepository {
  async recipient(tx: Tx, accountId: string): Promise<Recipient | null> {
    const [row] = await tx.query<Recipient>(`${recipientSql} WHERE a.id = $1 AND a.status = 'active'`, [accountId]);
    return row ?? null;
  }

  /** Returns the recipients of a patient’s notifications: the patient’s own account, and those of their guardians. */
  async recipientsFor(tx: Tx, patientId: string): Promise<Recipient[]> {
    return tx.query<Recipient>(
      `${recipientSql} WHERE a.status = 'active' AND (a.id IN (SELECT account_id FROM patient WHERE id = $1)
         OR a.id IN (SELECT guardian_account_id FROM guardianship WHERE patient_id = $1 AND state = 'active'))`,
      [patientId],
    );
  }

  /** Adds an entry. Returns false when the account has one with the same key. */
  async add(tx: Tx, row: NewNotification): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO notification (id, hospital_id, account_id, patient_id, template, facts, link, dedupe, visible_at, told, created_at, wording_version)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) ON CONFLICT (account_id, dedupe) DO NOTHING RETURNING id`,
      [
        row.id,
        tx.hospitalId,
        row.accountId,
        row.patientId,
        row.template,
        row.facts,
        row.link,
        row.dedupe,
        row.visibleAt,
        row.told,
        tx.now,
        row.wordingVersion,
      ],
    );
    return added.length > 0;
  }

  /** Returns the account’s inbox, newest first; `after` is the last entry of the previous page. */
  list(
    tx: Tx,
    accountId: string,
    { unread, limit, after }: { unread: boolean; limit: number; after: Place | null },
  ): Promise<NotificationRow[]> {
    const timed = timedBy('n.visible_at', 'n.id', 'desc', 4);
    return tx.query<NotificationRow>(
      `SELECT n.id, n.template, n.facts, n.link, n.visible_at AS "visibleAt", n.read_at AS "readAt", n.wording_version AS "wordingVersion",
         p.name AS "patientName", p.name_latin AS "patientNameLatin"
       FROM notification n
       LEFT JOIN patient p ON p.id = n.patient_id AND p.account_id IS DISTINCT FROM n.account_id
       WHERE n.account_id = $1 AND n.visible_at <= $2 AND (NOT $3 OR n.read_at IS NULL)
         AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $6`,
      [accountId, tx.now, unread, ...placeValues(after), limit + 1],
    );
  }

  async isRead(tx: Tx, notificationId: string): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM notification WHERE id = $1 AND read_at IS NOT NULL', [notificationId]);
    return rows.length > 0;
  }

  async countUnread(tx: Tx, accountId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM notification WHERE account_id = $1 AND visible_at <= $2 AND read_at IS NULL`,
      [accountId, tx.now],
    );
    return row?.count ?? 0;
  }

  /** Marks one entry as read, or all up to now. Returns how many were unread; null for one outside this inbox. */
  async markRead(tx: Tx, accountId: string, notificationId: string | null): Promise<number | null> {
    if (notificationId !== null) {
      const known = await tx.query(
        'SELECT 1 FROM notification WHERE id = $1 AND account_id = $2 AND visible_at <= $3',
        [notificationId, accountId, tx.now],
      );
      if (known.length === 0) return null;
    }
    const marked = await tx.query(
      `UPDATE notification SET read_at = $3
       WHERE account_id = $1 AND ($2::uuid IS NULL OR id = $2) AND visible_at <= $3 AND read_at IS NULL RETURNING id`,
      [accountId, notificationId, tx.now],
    );
    return marked.length;
  }

  /** Withdraws entries that are not visible yet. */
  async withdraw(tx: Tx, dedupe: string): Promise<void> {
    await tx.query('DELETE FROM notification WHERE hospital_id = $1 AND dedupe = $2 AND visible_at > $3', [
      tx.hospitalId,
      dedupe,
      tx.now,
    ]);
  }

  /** Marks entries that have become visible as announced. Returns them with their accounts. */
  async becomeVisible(tx: Tx): Promise<{ id: string; accountId: string }[]> {
    return tx.query<{ id: string; accountId: string }>(
      `UPDATE notification SET told = true WHERE hospital_id = $1 AND NOT told AND visible_at <= $2
       RETURNING id, account_id AS "accountId"`,
      [tx.hospitalId, tx.now],
    );
  }

  async hospital(tx: Tx): Promise<TellingHospital> {
    const [row] = await tx.query<TellingHospital>(
      'SELECT slug, name, time_zone AS "timeZone" FROM hospital WHERE id = $1',
      [tx.hospitalId],
    );
    if (!row) throw new Error('transaction belongs to no hospital');
    return row;
  }

  /** Returns the hospital with that slug, before any transaction runs in it. */
  async bySlug(tx: Tx, slug: string): Promise<{ id: string } | null> {
    const [row] = await tx.query<{ id: string }>('SELECT id FROM hospital WHERE slug = $1', [slug]);
    return row ?? null;
  }
}
