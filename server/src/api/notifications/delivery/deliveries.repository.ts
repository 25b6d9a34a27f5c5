import type { Tx } from '../../../platform/db/transaction.ts';
import type { DeliveryChannel, MessageAttachment } from '../../../platform/messaging/message.ts';

export interface NewDelivery {
  id: string;
  notificationId: string | null;
  accountId: string | null;
  channel: DeliveryChannel;
  /** The device that a push message goes to. */
  subscriptionId: string | null;
  template: string;
  contentSealed: string;
  dedupe: string | null;
  dueAt: Date;
}

export interface ClaimedDelivery {
  id: string;
  channel: DeliveryChannel;
  notificationId: string | null;
  /** Null once the device is gone. */
  subscriptionId: string | null;
  template: string;
  contentSealed: string;
  attempts: number;
  createdAt: Date;
  /** When it was first to be sent. */
  wantedAt: Date;
}

/** What has become of the mail whose id stands in that column, for statements of other modules. */
export const mailStateSql = (column: string): string =>
  `coalesce((SELECT CASE d.state WHEN 'delivered' THEN 'sent' WHEN 'failed' THEN 'failed' WHEN 'withdrawn' THEN 'none' ELSE 'on-its-way' END
     FROM message_delivery d WHERE d.id = ${column}), 'none')`;

/** In which version of the hospital’s words a message went out; null for one that has not. */
export const mailWordsSql = (column: string): string =>
  `(SELECT d.wording_version FROM message_delivery d WHERE d.id = ${column} AND d.state = 'delivered')`;

/** Messages on their way out: one row for one message to one address. */
export class DeliveriesRepository {
  /** False when a message with the same key was written before. */
  async add(tx: Tx, row: NewDelivery): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO message_delivery (id, hospital_id, notification_id, account_id, channel, template, content_sealed, dedupe, state, due_at, wanted_at, created_at, subscription_id)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,'waiting',$9,$9,$10,$11) ON CONFLICT (hospital_id, channel, dedupe) DO NOTHING RETURNING id`,
      [
        row.id,
        tx.hospitalId,
        row.notificationId,
        row.accountId,
        row.channel,
        row.template,
        row.contentSealed,
        row.dedupe,
        row.dueAt,
        tx.now,
        row.subscriptionId,
      ],
    );
    return added.length > 0;
  }

  /** Takes a message that is due, for one sender alone until `leasedUntil`; null when it is not to be sent now. */
  async claim(tx: Tx, deliveryId: string, leasedUntil: Date): Promise<ClaimedDelivery | null> {
    const [row] = await tx.query<ClaimedDelivery>(
      `UPDATE message_delivery SET state = 'sending', attempts = attempts + 1, due_at = $3
       WHERE id = $1 AND settled_at IS NULL AND due_at <= $2
       RETURNING id, channel, notification_id AS "notificationId", subscription_id AS "subscriptionId", template, content_sealed AS "contentSealed", attempts, created_at AS "createdAt", wanted_at AS "wantedAt"`,
      [deliveryId, tx.now, leasedUntil],
    );
    return row ?? null;
  }

  /** In which version of the hospital’s words it goes out. */
  async setWording(tx: Tx, deliveryId: string, version: number): Promise<void> {
    if (version > 0)
      await tx.query('UPDATE message_delivery SET wording_version = $2 WHERE id = $1', [deliveryId, version]);
  }

  async attach(tx: Tx, deliveryId: string, { name, mediaType, bytes }: MessageAttachment): Promise<void> {
    await tx.query(
      'INSERT INTO message_attachment (delivery_id, hospital_id, name, media_type, bytes) VALUES ($1,$2,$3,$4,$5)',
      [deliveryId, tx.hospitalId, name, mediaType, bytes],
    );
  }

  async attachment(tx: Tx, deliveryId: string): Promise<MessageAttachment | null> {
    const [row] = await tx.query<MessageAttachment & Record<string, unknown>>(
      'SELECT name, media_type AS "mediaType", bytes FROM message_attachment WHERE delivery_id = $1',
      [deliveryId],
    );
    return row ?? null;
  }

  /** Writes down how it ended, and forgets what the message said. */
  async settle(tx: Tx, deliveryId: string, state: 'delivered' | 'failed', failure: string | null): Promise<void> {
    await tx.query(
      `UPDATE message_delivery SET state = $2, failure = $3, settled_at = $4, content_sealed = NULL
       WHERE id = $1 AND settled_at IS NULL`,
      [deliveryId, state, failure, tx.now],
    );
    await tx.query('DELETE FROM message_attachment WHERE delivery_id = $1', [deliveryId]);
  }

  async tryAgainAt(tx: Tx, deliveryId: string, at: Date, failure: string): Promise<void> {
    await tx.query(
      `UPDATE message_delivery SET state = 'waiting', due_at = $2, failure = $3 WHERE id = $1 AND settled_at IS NULL`,
      [deliveryId, at, failure],
    );
  }

  /** Messages that wait, or whose sender has not been heard of in time. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM message_delivery WHERE hospital_id = $1 AND settled_at IS NULL AND due_at <= $2
       ORDER BY due_at LIMIT $3`,
      [tx.hospitalId, tx.now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes back one that has not gone out; one that is being sent at this moment goes out. */
  async recall(tx: Tx, deliveryId: string): Promise<void> {
    await tx.query(
      `UPDATE message_delivery SET state = 'withdrawn', settled_at = $2, content_sealed = NULL WHERE id = $1 AND state = 'waiting'`,
      [deliveryId, tx.now],
    );
  }

  /** Takes back what belongs to inbox entries of that key that have not been shown yet. Call it before these are taken back. */
  async withdraw(tx: Tx, dedupe: string): Promise<void> {
    await tx.query(
      `WITH gone AS (
         UPDATE message_delivery d SET state = 'withdrawn', settled_at = $3, content_sealed = NULL
         FROM notification n WHERE n.id = d.notification_id AND n.hospital_id = $1 AND n.dedupe = $2 AND n.visible_at > $3
           AND d.state = 'waiting' RETURNING d.id)
       DELETE FROM message_attachment a USING gone WHERE a.delivery_id = gone.id`,
      [tx.hospitalId, dedupe, tx.now],
    );
  }
}
