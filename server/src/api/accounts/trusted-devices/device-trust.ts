import { isStaff } from '@yunzhen/shared/core/permission';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { Actor } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { longestTrustDays, trustDeviceDaysOf, type HospitalsService } from '../../administration/index.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import type { SecondFactorsRepository } from '../second-factor/second-factors.repository.ts';
import { placeOf } from '../sessions/place-of.ts';
import type { SessionsRepository } from '../sessions/sessions.repository.ts';
import { hashOfSecret, isSecretOf, newRefreshSecret, type SecretSuccession } from '../sessions/refresh-secret.ts';
import { repeatGrace } from '../sign-in/sign-in.policy.ts';
import { readTrustCookie, writeTrustCookie, type TrustEntry } from './trust-cookie.ts';
import type { TrustedDeviceRow } from './trusted-device.entity.ts';
import type { TrustedDevicesRepository } from './trusted-devices.repository.ts';

/** What the browser stores from now on. */
export interface TrustCookie {
  value: string;
  expiresAt: Date;
}

/** A trusted device and the browser’s cookie for it. */
interface Trusted {
  id: string;
  set: TrustCookie;
}

interface DeviceTrustDeps {
  sessions: SessionsRepository;
  trusted: TrustedDevicesRepository;
  factors: SecondFactorsRepository;
  hospitals: HospitalsService;
  succession: SecretSuccession;
}

/**
 * Lets a browser take the place of the second factor at sign-in, for the days that the hospital allows. It never confirms a sensitive action.
 * Each use replaces the secret. A second use of a secret means that the cookie was copied, so the trust ends for both holders.
 */
export class DeviceTrust extends Service<DeviceTrustDeps> {
  /** Returns the device with the browser’s new cookie; null when it needs the second factor. */
  async admit(tx: Tx, holder: AccountHolder, cookie: string | undefined): Promise<Trusted | null> {
    const entries = readTrustCookie(cookie);
    if (entries.length === 0 || !isStaff(holder.roles)) return null;
    await this.deps.trusted.endExpired(tx, holder.id);
    const row = await this.deps.trusted.lock(
      tx,
      holder.id,
      entries.map(({ deviceId }) => deviceId),
    );
    const entry = entries.find(({ deviceId }) => deviceId === row?.id);
    if (!row || !entry || !(await this.#isValid(tx, row))) return null;
    const secret = this.deps.succession.after(entry.secret);
    const fresh = isSecretOf(row.tokenHash, entry.secret);
    // The answer to the use before was lost, or two tabs sign in at once: both get the same successor.
    const repeated = isSecretOf(row.tokenHash, secret) && tx.now.getTime() - row.lastUsedAt.getTime() <= repeatGrace;
    const subject = { entity: 'trusted-device', entityId: row.id } as const;
    if (!fresh && !repeated) {
      await this.deps.trusted.remove(tx, holder.id, row.id);
      await tx.audit('trusted-device.reuse-detected', { ...subject, outcome: 'denied' });
      return null;
    }
    if (fresh) await this.deps.trusted.use(tx, row.id, this.#stamp(tx, secret));
    await tx.audit('trusted-device.accepted', { ...subject, details: { accountId: holder.id } });
    return { id: row.id, set: this.#cookie(tx, { deviceId: row.id, secret }, entries) };
  }

  /** Trusts the browser of the session, in place of its earlier trust. Returns null where the hospital trusts no devices. */
  async trust(
    tx: Tx,
    { accountId, sessionId }: Pick<Actor, 'accountId' | 'sessionId'>,
    cookie: string | undefined,
  ): Promise<Trusted | null> {
    const { sessions, trusted } = this.deps;
    const days = await this.days(tx);
    if (days === 0) return null;
    const entries = readTrustCookie(cookie);
    const presented = entries.map(({ deviceId }) => deviceId);
    const [id, secret] = [newId(), newRefreshSecret()];
    const expiresAt = new Date(tx.now.getTime() + days * DAY_MS);
    const userAgent = tx.context.userAgent ?? null;
    await trusted.add(tx, { id, accountId, expiresAt, userAgent, ...this.#stamp(tx, secret) }, presented);
    // Sessions of the earlier trust are those of this browser: ending one of them ends the new trust too.
    await sessions.setTrustedDevice(tx, { id: sessionId, accountId }, id, presented);
    const replaced = await trusted.end(tx, accountId, presented, 'replaced');
    // Only entries of colleagues stay, so that renewals by one person evict no one.
    const others = entries.filter(({ deviceId }) => !replaced.includes(deviceId));
    return { id, set: this.#cookie(tx, { deviceId: id, secret }, others) };
  }

  /** Returns for how many days the hospital trusts a device; 0 for not at all. */
  async days(tx: Tx): Promise<number> {
    return trustDeviceDaysOf((await this.deps.hospitals.current(tx)).settings);
  }

  /** Another process may have trusted it with the days from before a change, and the account may have lost its factors. */
  async #isValid(tx: Tx, { accountId, createdAt, expiresAt }: TrustedDeviceRow): Promise<boolean> {
    const until = Math.min(expiresAt.getTime(), createdAt.getTime() + (await this.days(tx)) * DAY_MS);
    return until > tx.now.getTime() && (await this.deps.factors.of(tx, accountId)).length > 0;
  }

  #stamp(tx: Tx, secret: string): Pick<TrustedDeviceRow, 'tokenHash' | 'place'> {
    return { tokenHash: hashOfSecret(secret), place: placeOf(tx.context.address) };
  }

  #cookie(tx: Tx, entry: TrustEntry, entries: readonly TrustEntry[]): TrustCookie {
    const others = entries.filter(({ deviceId }) => deviceId !== entry.deviceId);
    const expiresAt = new Date(tx.now.getTime() + longestTrustDays * DAY_MS);
    return { value: writeTrustCookie([entry, ...others]), expiresAt };
  }
}
