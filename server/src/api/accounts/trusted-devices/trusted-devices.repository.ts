import { In, LessThanOrEqual } from 'typeorm';
import type { Tx } from '../../../platform/db/transaction.ts';
import { trustedDeviceEntity, type TrustedDeviceRow } from './trusted-device.entity.ts';

/** Trusted browsers of one account; the oldest is dropped first. */
const devicesAllowed = 10;

export class TrustedDevicesRepository {
  /** Returns the account’s devices whose trust has not expired, latest first. */
  async of(tx: Tx, accountId: string): Promise<TrustedDeviceRow[]> {
    const rows = await tx.manager.find(trustedDeviceEntity, {
      where: { accountId },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    return rows.filter(({ expiresAt }) => expiresAt > tx.now);
  }

  /** Loads and locks the account’s device among these ids, so that two sign-ins with one secret run one after the other. */
  lock(tx: Tx, accountId: string, ids: readonly string[]): Promise<TrustedDeviceRow | null> {
    const where = { accountId, id: In([...ids]) };
    return tx.manager.findOne(trustedDeviceEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a device, and deletes the account’s expired ones and those above the limit. */
  async add(tx: Tx, device: Omit<TrustedDeviceRow, 'hospitalId' | 'createdAt' | 'lastUsedAt'>): Promise<void> {
    const { accountId } = device;
    await tx.manager.delete(trustedDeviceEntity, { accountId, expiresAt: LessThanOrEqual(tx.now) });
    for (const { id } of (await this.of(tx, accountId)).slice(devicesAllowed - 1)) await this.remove(tx, accountId, id);
    const used = { hospitalId: tx.hospitalId, createdAt: tx.now, lastUsedAt: tx.now };
    await tx.manager.insert(trustedDeviceEntity, { ...device, ...used });
  }

  async use(tx: Tx, id: string, used: Pick<TrustedDeviceRow, 'tokenHash' | 'place'>): Promise<void> {
    await tx.manager.update(trustedDeviceEntity, { id }, { ...used, lastUsedAt: tx.now });
  }

  /** Returns whether the account had this device. */
  async remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
    return ((await tx.manager.delete(trustedDeviceEntity, { accountId, id })).affected ?? 0) > 0;
  }

  /** Ends the trust in every device of the account. */
  async removeAll(tx: Tx, accountId: string): Promise<void> {
    const count = (await tx.manager.delete(trustedDeviceEntity, { accountId })).affected ?? 0;
    if (count > 0)
      await tx.audit('trusted-device.all-ended', { entity: 'account', entityId: accountId, details: { count } });
  }
}
