import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { MessageAttachment } from '../../../platform/messaging/message.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { messageAttachmentEntity } from './message-attachment.entity.ts';
import { messageDeliveryEntity, type MessageDeliveryRow } from './message-delivery.entity.ts';

export type NewDelivery = Pick<
  MessageDeliveryRow,
  'id' | 'notificationId' | 'accountId' | 'channel' | 'subscriptionId' | 'template' | 'dedupe' | 'dueAt'
> & { contentSealed: string };

/** The subscription is null when the device is gone; `wantedAt` is the originally planned time. */
export type ClaimedDelivery = Pick<
  MessageDeliveryRow,
  'id' | 'channel' | 'notificationId' | 'subscriptionId' | 'template' | 'attempts' | 'createdAt' | 'wantedAt'
> & { contentSealed: string };

/** Returns SQL for the state of the mail whose id is in that column, for statements of other modules. */
export const mailStateSql = (column: string): string =>
  `coalesce((SELECT CASE d.state WHEN 'delivered' THEN 'sent' WHEN 'failed' THEN 'failed' WHEN 'withdrawn' THEN 'none' ELSE 'on-its-way' END
     FROM message_delivery d WHERE d.id = ${column}), 'none')`;

/** Returns SQL for the version of the hospital’s text in which a message was sent; null when it was not. */
export const mailWordsSql = (column: string): string =>
  `(SELECT d.wording_version FROM message_delivery d WHERE d.id = ${column} AND d.state = 'delivered')`;

/** Outgoing messages: one row for one message to one address. */
export class DeliveriesRepository {
  /** Adds a message. Returns false when one with the same key exists. */
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

  /** Leases a due message to one sender until `leasedUntil`. Returns null when it must not be sent now. */
  async claim(tx: Tx, deliveryId: string, leasedUntil: Date): Promise<ClaimedDelivery | null> {
    const [row] = await tx.query<ClaimedDelivery>(
      `UPDATE message_delivery d SET state = 'sending', attempts = attempts + 1, due_at = $3
       WHERE id = $1 AND settled_at IS NULL AND due_at <= $2 RETURNING ${columnsOf(messageDeliveryEntity, 'd')}`,
      [deliveryId, tx.now, leasedUntil],
    );
    return row ?? null;
  }

  /** Stores the version of the hospital’s text in which it is sent. */
  async setWording(tx: Tx, deliveryId: string, version: number): Promise<void> {
    if (version > 0) await tx.manager.update(messageDeliveryEntity, { id: deliveryId }, { wordingVersion: version });
  }

  async attach(tx: Tx, deliveryId: string, { name, mediaType, bytes }: MessageAttachment): Promise<void> {
    const attachment = { deliveryId, hospitalId: tx.hospitalId, name, mediaType, bytes: Buffer.from(bytes) };
    await tx.manager.insert(messageAttachmentEntity, attachment);
  }

  attachment(tx: Tx, deliveryId: string): Promise<MessageAttachment | null> {
    return tx.manager.findOneBy(messageAttachmentEntity, { deliveryId });
  }

  /** Stores the outcome and deletes the content. */
  async settle(tx: Tx, deliveryId: string, state: 'delivered' | 'failed', failure: string | null): Promise<void> {
    const settled = { state, failure, settledAt: tx.now, contentSealed: null };
    await tx.manager.update(messageDeliveryEntity, { id: deliveryId, settledAt: IsNull() }, settled);
    await tx.manager.delete(messageAttachmentEntity, { deliveryId });
  }

  async tryAgainAt(tx: Tx, deliveryId: string, at: Date, failure: string): Promise<void> {
    const waiting = { state: 'waiting', dueAt: at, failure } as const;
    await tx.manager.update(messageDeliveryEntity, { id: deliveryId, settledAt: IsNull() }, waiting);
  }

  /** Returns pending messages, and those whose sender’s lease has expired. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM message_delivery WHERE hospital_id = $1 AND settled_at IS NULL AND due_at <= $2
       ORDER BY due_at LIMIT $3`,
      [tx.hospitalId, tx.now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Recalls a message that has not gone out; one being sent at this moment still goes out. */
  async recall(tx: Tx, deliveryId: string): Promise<void> {
    const withdrawn = { state: 'withdrawn', settledAt: tx.now, contentSealed: null } as const;
    await tx.manager.update(messageDeliveryEntity, { id: deliveryId, state: 'waiting' }, withdrawn);
  }

  /** Withdraws messages of inbox entries with that key that are not visible yet. Call it before withdrawing the entries. */
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
