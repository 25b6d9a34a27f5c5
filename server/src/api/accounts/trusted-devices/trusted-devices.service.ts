import type { TrustedDevice, TrustedDevices } from '@yunzhen/shared/accounts/trusted-devices.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { browserOf } from '../security/browser-of.ts';
import type { AccountsPart } from '../accounts-part.ts';
import type { DeviceTrust, TrustCookie } from './device-trust.ts';
import { readTrustCookie } from './trust-cookie.ts';

interface TrustedDevicesServiceDeps extends AccountsPart<'transactions' | 'trusted' | 'notify'> {
  trust: DeviceTrust;
}

/** The devices after a change, and the browser’s next cookie. */
interface Changed {
  state: TrustedDevices;
  set: TrustCookie;
}

/** Lists, adds and ends the browsers in which a member of staff signs in without the second factor. */
export class TrustedDevicesService extends Service<TrustedDevicesServiceDeps> {
  list(context: ActorContext, cookie: string | undefined): Promise<TrustedDevices> {
    return this.deps.transactions.run(context, (tx) => this.#state(tx, context, cookie));
  }

  /** Trusts the caller’s browser and notifies the holder. Throws `auth.devices-not-trusted` where the hospital does not allow it. */
  add(context: ActorContext, cookie: string | undefined): Promise<Changed> {
    const { accountId } = context.actor;
    return this.deps.transactions.run(context, async (tx) => {
      const added = await this.deps.trust.trust(tx, context.actor, cookie);
      if (!added) throw new AppError('auth.devices-not-trusted', 'hospital trusts no devices');
      const answer = { state: await this.#state(tx, context, added.set.value), set: added.set };
      if (!added.isNew) return answer;
      await tx.audit('trusted-device.added', { entity: 'trusted-device', entityId: added.id });
      await this.deps.notify.notify(tx, {
        to: { accountId },
        template: 'account.device-trusted',
        facts: { at: tx.now.toISOString() },
        link: '/account/security',
      });
      return answer;
    });
  }

  end(context: ActorContext, deviceId: string, cookie: string | undefined): Promise<Changed> {
    return this.deps.transactions.run(context, async (tx) => {
      const ended = await this.deps.trusted.end(tx, context.actor.accountId, [deviceId], 'by-holder');
      if (ended.length === 0) throw new AppError('resource.not-found', 'trusted device not found');
      const set = await this.deps.trust.withoutEnded(tx, cookie);
      return { state: await this.#state(tx, context, set.value), set };
    });
  }

  async #state(tx: Tx, { actor }: ActorContext, cookie: string | undefined): Promise<TrustedDevices> {
    const here = readTrustCookie(cookie).map(({ deviceId }) => deviceId);
    const rows = await this.deps.trusted.of(tx, actor.accountId);
    const items = rows.map(({ id, userAgent, place, createdAt, lastUsedAt, expiresAt }): TrustedDevice => ({
      id,
      current: here.includes(id),
      ...browserOf(userAgent),
      place,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
    return { days: await this.deps.trust.days(tx), items };
  }
}
