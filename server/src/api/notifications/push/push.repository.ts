import type { Tx } from '../../../platform/db/transaction.ts';
import { pushSubscriptionEntity, type PushSubscriptionRow } from './push-subscription.entity.ts';

/** Devices that receive push messages. */
export class PushRepository {
  /** Returns the devices of one account, newest first. */
  ofAccount(tx: Tx, accountId: string): Promise<PushSubscriptionRow[]> {
    return tx.manager.find(pushSubscriptionEntity, { where: { accountId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  find(tx: Tx, id: string): Promise<PushSubscriptionRow | null> {
    return tx.manager.findOneBy(pushSubscriptionEntity, { id });
  }

  /** Returns the device with that address. Locks it, or the address if unused, until the transaction ends. */
  async lockByEndpoint(tx: Tx, digest: Buffer): Promise<PushSubscriptionRow | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`push ${digest.toString('hex')}`]);
    const where = { hospitalId: tx.hospitalId, endpointDigest: digest };
    return tx.manager.findOne(pushSubscriptionEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  async add(
    tx: Tx,
    {
      digest,
      ...row
    }: Pick<PushSubscriptionRow, 'id' | 'accountId' | 'sessionId' | 'addressSealed' | 'device'> & {
      digest: Buffer;
    },
  ): Promise<void> {
    const added = { ...row, hospitalId: tx.hospitalId, endpointDigest: digest, createdAt: tx.now };
    await tx.manager.insert(pushSubscriptionEntity, added);
  }

  /** Updates a known device with another session or other keys. */
  async renew(tx: Tx, row: Pick<PushSubscriptionRow, 'id' | 'sessionId' | 'addressSealed' | 'device'>): Promise<void> {
    const { id, sessionId, addressSealed, device } = row;
    await tx.manager.update(pushSubscriptionEntity, { id }, { sessionId, addressSealed, device });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(pushSubscriptionEntity, { id });
  }

  /** Deletes all but the newest devices of an account. */
  async keepNewest(tx: Tx, accountId: string, most: number): Promise<void> {
    await tx.query(
      `DELETE FROM push_subscription WHERE account_id = $1 AND id NOT IN
         (SELECT id FROM push_subscription WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2)`,
      [accountId, most],
    );
  }

  async sent(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(pushSubscriptionEntity, { id }, { lastSentAt: tx.now });
  }
}
