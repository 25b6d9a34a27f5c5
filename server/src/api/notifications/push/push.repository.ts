import type { Tx } from '../../../platform/db/transaction.ts';
import { pushSubscriptionEntity, type PushSubscriptionRow } from './push-subscription.entity.ts';

/** Devices that people are told things on. */
export class PushRepository {
  /** Of one account, the newest first. */
  ofAccount(tx: Tx, accountId: string): Promise<PushSubscriptionRow[]> {
    return tx.manager.find(pushSubscriptionEntity, { where: { accountId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  find(tx: Tx, id: string): Promise<PushSubscriptionRow | null> {
    return tx.manager.findOneBy(pushSubscriptionEntity, { id });
  }

  /** The device of that address, held until the transaction ends; so is the address itself, where nobody has it yet. */
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

  /** The same device under another session, or with other keys. */
  async renew(tx: Tx, row: Pick<PushSubscriptionRow, 'id' | 'sessionId' | 'addressSealed' | 'device'>): Promise<void> {
    const { id, sessionId, addressSealed, device } = row;
    await tx.manager.update(pushSubscriptionEntity, { id }, { sessionId, addressSealed, device });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(pushSubscriptionEntity, { id });
  }

  /** All but the newest of an account. */
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
