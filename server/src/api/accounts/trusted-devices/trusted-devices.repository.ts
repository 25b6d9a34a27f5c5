import { In, MoreThan } from 'typeorm';
import type { Tx } from '../../../platform/db/transaction.ts';
import { trustedDeviceEntity, type TrustedDeviceRow } from './trusted-device.entity.ts';

/** Trusted browsers of one account; the oldest is dropped first. */
const devicesAllowed = 10;

/** Why the trust in one device ended. */
type TrustEndReason = 'by-holder' | 'session-ended' | 'replaced' | 'too-many' | 'expired';

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

  /** Returns those of these devices of the hospital, of any account, whose trust has not expired. */
  async standing(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await tx.manager.findBy(trustedDeviceEntity, { id: In([...ids]), expiresAt: MoreThan(tx.now) });
    return new Set(rows.map(({ id }) => id));
  }

  /** Adds a device, and ends the account’s expired ones and those above the limit. The caller ends those that it replaces. */
  async add(
    tx: Tx,
    device: Omit<TrustedDeviceRow, 'hospitalId' | 'createdAt' | 'lastUsedAt'>,
    replaced: readonly string[],
  ): Promise<void> {
    const { accountId } = device;
    await this.endExpired(tx, accountId);
    const others = (await this.of(tx, accountId)).map(({ id }) => id).filter((id) => !replaced.includes(id));
    await this.end(tx, accountId, others.slice(devicesAllowed - 1), 'too-many');
    const used = { hospitalId: tx.hospitalId, createdAt: tx.now, lastUsedAt: tx.now };
    await tx.manager.insert(trustedDeviceEntity, { ...device, ...used });
  }

  async use(tx: Tx, id: string, used: Pick<TrustedDeviceRow, 'tokenHash' | 'place'>): Promise<void> {
    await tx.manager.update(trustedDeviceEntity, { id }, { ...used, lastUsedAt: tx.now });
  }

  /** Ends the trust in these devices of the account, and audits each. Returns the ids of those that it had. */
  async end(tx: Tx, accountId: string, ids: readonly string[], reason: TrustEndReason): Promise<string[]> {
    if (ids.length === 0) return [];
    const where = 'account_id = $1 AND id = ANY($2::uuid[])';
    return this.#end(tx, reason, where, [accountId, ids]);
  }

  /** Ends the trust in the account’s devices whose days are over. */
  async endExpired(tx: Tx, accountId: string): Promise<void> {
    await this.#end(tx, 'expired', 'account_id = $1 AND expires_at <= $2', [accountId, tx.now]);
  }

  /** Lets no device of the hospital be trusted for longer than these days, and ends the trust of those that already were. */
  async shorten(tx: Tx, days: number): Promise<void> {
    await tx.query(
      `UPDATE trusted_device SET expires_at = created_at + $2::int * interval '1 day'
       WHERE hospital_id = $1 AND expires_at > created_at + $2::int * interval '1 day'`,
      [tx.hospitalId, days],
    );
    await this.#end(tx, 'expired', 'hospital_id = $1 AND expires_at <= $2', [tx.hospitalId, tx.now]);
  }

  async #end(tx: Tx, reason: TrustEndReason, where: string, values: unknown[]): Promise<string[]> {
    const rows = await tx.query<{ id: string; accountId: string }>(
      `DELETE FROM trusted_device WHERE ${where} RETURNING id, account_id AS "accountId"`,
      values,
    );
    for (const { id, accountId } of rows) {
      const details = { reason, accountId };
      await tx.audit('trusted-device.ended', { entity: 'trusted-device', entityId: id, details });
    }
    return rows.map(({ id }) => id);
  }

  /** Deletes a device whose end the caller audits. */
  async remove(tx: Tx, accountId: string, id: string): Promise<void> {
    await tx.manager.delete(trustedDeviceEntity, { accountId, id });
  }

  /** Ends the trust in every device of the transaction’s hospital. */
  async removeOfHospital(tx: Tx): Promise<void> {
    const { hospitalId } = tx;
    const count = (await tx.manager.delete(trustedDeviceEntity, { hospitalId })).affected ?? 0;
    if (count > 0)
      await tx.audit('trusted-device.all-ended', { entity: 'hospital', entityId: hospitalId, details: { count } });
  }

  /** Ends the trust in every device of the account. */
  async removeAll(tx: Tx, accountId: string): Promise<void> {
    const count = (await tx.manager.delete(trustedDeviceEntity, { accountId })).affected ?? 0;
    if (count > 0)
      await tx.audit('trusted-device.all-ended', { entity: 'account', entityId: accountId, details: { count } });
  }
}
