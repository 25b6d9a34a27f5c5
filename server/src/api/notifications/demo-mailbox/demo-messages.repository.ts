import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { Channel, OutgoingMessage } from '../../../platform/messaging/message.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { demoMessageEntity, type DemoMessageRow as StoredMessage } from './demo-message.entity.ts';

export type DemoMessageRow = Omit<StoredMessage, 'hospitalId'>;

const columns = columnsOf(demoMessageEntity, 'm', ['id', 'at', 'channel', 'address', 'subject', 'body']);

/** Messages that an installation with demo data would have sent. */
export class DemoMessagesRepository {
  /** Stores a message; a repeated id is stored once. */
  async add(tx: Tx, channel: Channel, message: OutgoingMessage): Promise<void> {
    const { id, address, subject, text } = message;
    const { hospitalId, now: at } = tx;
    await insertUnlessThere(tx, demoMessageEntity, { id, hospitalId, at, channel, address, subject, body: text });
  }

  list(tx: Tx, limit: number, after: Place | null): Promise<DemoMessageRow[]> {
    const timed = timedBy('at', 'id', 'desc', 2);
    return tx.query<DemoMessageRow>(
      `SELECT ${columns} FROM demo_message m WHERE hospital_id = $1 AND ${timed.where} ORDER BY ${timed.order} LIMIT $4`,
      [tx.hospitalId, ...placeValues(after), limit + 1],
    );
  }
}
