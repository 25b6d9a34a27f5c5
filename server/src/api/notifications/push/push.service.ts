import { createHash } from 'node:crypto';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { addPushDevice, listPushDevices, PushDevice } from '@yunzhen/shared/notifications/push.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { mayPostTo } from '../../../platform/messaging/outside-post.ts';
import { arePushKeys } from '../../../platform/messaging/push-encryption.ts';
import type { PushAddress } from '../../../platform/messaging/web-push.ts';
import type { KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import { Service } from '../../../platform/service.ts';
import type { PushRepository } from './push.repository.ts';
import type { PushSubscriptionRow } from './push-subscription.entity.ts';

/** More devices than anyone has; beyond this the oldest are deleted. */
const maxDevices = 10;

/** The encryption context that binds an address to its device. */
export const pushContext = (subscriptionId: string) => `push/${subscriptionId}`;

interface PushServiceDeps {
  transactions: Transactions;
  devices: PushRepository;
  keyEncryption: KeyEncryption;
  /** Null where this installation does not send push. */
  publicKey: string | null;
  trusted: ReadonlySet<string>;
}

/** The account’s push devices. Each belongs to the session in which it was added. */
export class PushService extends Service<PushServiceDeps> {
  list(context: ActorContext): Promise<ResponseOf<typeof listPushDevices>> {
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.devices.ofAccount(tx, context.actor.accountId);
      return { publicKey: this.deps.publicKey, devices: rows.map((row) => viewOf(row, context)) };
    });
  }

  /** Adds this session’s device. Throws `push.no-service`, and `validation.failed` for an unsupported push service or invalid keys. */
  add(context: ActorContext, request: BodyOf<typeof addPushDevice>): Promise<PushDevice> {
    if (this.deps.publicKey === null) throw new AppError('push.no-service', 'VAPID key is not configured');
    const { endpoint, keys, device } = request;
    const given = { p256dh: Buffer.from(keys.p256dh, 'base64url'), auth: Buffer.from(keys.auth, 'base64url') };
    const wrong = !mayPostTo(new URL(endpoint), this.deps.trusted) ? 'endpoint' : arePushKeys(given) ? null : 'keys';
    if (wrong)
      throw new AppError('validation.failed', 'push subscription is not valid', {
        fields: [{ path: wrong, rule: 'push' }],
      });
    return this.deps.transactions.run(context, async (tx) => {
      const digest = createHash('sha256').update(endpoint).digest();
      const known = await this.deps.devices.lockByEndpoint(tx, digest);
      const id = await this.#keep(tx, context, known, { endpoint, ...keys }, digest, device);
      await this.deps.devices.keepNewest(tx, context.actor.accountId, maxDevices);
      const row = await this.deps.devices.find(tx, id);
      if (!row) throw new Error('push device is missing after it was stored');
      return viewOf(row, context);
    });
  }

  async #keep(
    tx: Tx,
    { actor }: ActorContext,
    known: PushSubscriptionRow | null,
    address: PushAddress,
    digest: Buffer,
    device: string,
  ): Promise<string> {
    const { accountId, sessionId } = actor;
    const seal = (id: string) => this.deps.keyEncryption.seal(Buffer.from(JSON.stringify(address)), pushContext(id));
    if (known?.accountId === accountId) {
      await this.deps.devices.renew(tx, { id: known.id, sessionId, addressSealed: await seal(known.id), device });
      return known.id;
    }
    // Another account used this browser before; its pending messages must not be shown here.
    if (known) await this.deps.devices.remove(tx, known.id);
    const id = newId();
    await this.deps.devices.add(tx, { id, accountId, sessionId, addressSealed: await seal(id), digest, device });
    await tx.audit('push.device-added', { entity: 'push-subscription', entityId: id });
    return id;
  }

  /** Removes a device. Throws `resource.not-found`, also for one of another account. */
  remove(context: ActorContext, id: string): Promise<undefined> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.devices.find(tx, id);
      if (row?.accountId !== context.actor.accountId) throw new AppError('resource.not-found', 'push device not found');
      await this.deps.devices.remove(tx, id);
      await tx.audit('push.device-removed', { entity: 'push-subscription', entityId: id });
      return undefined;
    });
  }
}

function viewOf(row: PushSubscriptionRow, { actor }: ActorContext): PushDevice {
  return {
    id: row.id,
    device: row.device,
    addedAt: row.createdAt.toISOString(),
    lastSentAt: row.lastSentAt?.toISOString() ?? null,
    current: row.sessionId === actor.sessionId,
  };
}
