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
import { hashOfSecret, isSecretOf, type SecretSuccession } from '../sessions/refresh-secret.ts';
import { repeatGrace } from '../sign-in/sign-in.policy.ts';
import { readTrustCookie, writeTrustCookie, type TrustEntry } from './trust-cookie.ts';
import type { TrustedDeviceRow } from './trusted-device.entity.ts';
import type { TrustedDevicesRepository } from './trusted-devices.repository.ts';

/** What the browser stores from now on; an empty value is no cookie. */
export interface TrustCookie {
  value: string;
  expiresAt: Date;
}

/** What a browser’s cookie is worth at a sign-in. */
interface Admission {
  /** The device that takes the place of the second factor; null when the factor is needed. */
  deviceId: string | null;
  /** The browser’s next cookie; null when it stays. */
  set: TrustCookie | null;
}

interface Trusted {
  id: string;
  set: TrustCookie;
  /** False for a repeat of the request that trusted it. */
  isNew: boolean;
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
  /** Returns the device that takes the place of the second factor, and the cookie without devices whose trust has ended. */
  async admit(tx: Tx, holder: AccountHolder, cookie: string | undefined): Promise<Admission> {
    const entries = readTrustCookie(cookie);
    if (entries.length === 0) return { deviceId: null, set: null };
    const admitted = isStaff(holder.roles) ? await this.#admitted(tx, holder, entries) : null;
    const left = await this.#standing(tx, entries);
    if (!admitted && left.length === entries.length) return { deviceId: null, set: null };
    return { deviceId: admitted?.deviceId ?? null, set: this.#cookie(tx, admitted, left) };
  }

  /** Returns the entry of the account’s device with its next secret; null when the browser needs the second factor. */
  async #admitted(tx: Tx, holder: AccountHolder, entries: readonly TrustEntry[]): Promise<TrustEntry | null> {
    await this.deps.trusted.endExpired(tx, holder.id);
    const row = await this.deps.trusted.lock(tx, holder.id, idsOf(entries));
    const entry = entries.find(({ deviceId }) => deviceId === row?.id);
    if (!row || !entry || !(await this.#isValid(tx, row))) return null;
    const secret = this.deps.succession.after(entry.secret);
    const fresh = isSecretOf(row.tokenHash, entry.secret);
    // The answer to the use before was lost, or two tabs sign in at once: both get the same successor.
    const repeated = isSecretOf(row.tokenHash, secret) && isRecent(tx, row.lastUsedAt);
    const subject = { entity: 'trusted-device', entityId: row.id } as const;
    if (!fresh && !repeated) {
      await this.deps.trusted.remove(tx, holder.id, row.id);
      await tx.audit('trusted-device.reuse-detected', { ...subject, outcome: 'denied' });
      return null;
    }
    if (fresh) await this.deps.trusted.use(tx, row.id, this.#stamp(tx, secret));
    await tx.audit('trusted-device.accepted', { ...subject, details: { accountId: holder.id } });
    return { ...entry, secret };
  }

  /**
   * Trusts the browser of the session, in place of its earlier trust. A repeat, whose first answer may be lost, gets the same device and cookie.
   * Returns null where the hospital trusts no devices.
   */
  async trust(
    tx: Tx,
    { accountId, sessionId }: Pick<Actor, 'accountId' | 'sessionId'>,
    cookie: string | undefined,
  ): Promise<Trusted | null> {
    const { sessions, trusted } = this.deps;
    const days = await this.days(tx);
    if (days === 0) return null;
    const entries = readTrustCookie(cookie);
    const earlierId = await sessions.lockTrustedDevice(tx, sessionId);
    const earlier = earlierId === null ? null : await trusted.lock(tx, accountId, [earlierId]);
    if (earlier && isRecent(tx, earlier.createdAt) && isSecretOf(earlier.tokenHash, this.#firstSecret(earlier.id)))
      return { id: earlier.id, set: await this.#given(tx, earlier.id, entries), isNew: false };
    const presented = earlier ? [...idsOf(entries), earlier.id] : idsOf(entries);
    const id = newId();
    const expiresAt = new Date(tx.now.getTime() + days * DAY_MS);
    const userAgent = tx.context.userAgent ?? null;
    const stamp = this.#stamp(tx, this.#firstSecret(id));
    await trusted.add(tx, { id, accountId, expiresAt, userAgent, ...stamp }, presented);
    // Sessions of the earlier trust are those of this browser: ending one of them ends the new trust too.
    await sessions.setTrustedDevice(tx, { id: sessionId, accountId }, id, presented);
    await trusted.end(tx, accountId, presented, 'replaced');
    return { id, set: await this.#given(tx, id, entries), isNew: true };
  }

  /** Returns the browser’s cookie without devices whose trust has ended. */
  async withoutEnded(tx: Tx, cookie: string | undefined): Promise<TrustCookie> {
    return this.#cookie(tx, null, await this.#standing(tx, readTrustCookie(cookie)));
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

  /** The cookie of a device that has just been trusted. Only entries of colleagues stay, so that renewals by one person evict no one. */
  async #given(tx: Tx, deviceId: string, entries: readonly TrustEntry[]): Promise<TrustCookie> {
    const entry = { hospitalId: tx.hospitalId, deviceId, secret: this.#firstSecret(deviceId) };
    return this.#cookie(tx, entry, await this.#standing(tx, entries));
  }

  /** Returns the entries of devices that are still trusted; those of other hospitals, which this transaction cannot see, stay. */
  async #standing(tx: Tx, entries: readonly TrustEntry[]): Promise<TrustEntry[]> {
    const standing = await this.deps.trusted.standing(tx, idsOf(entries));
    return entries.filter(({ hospitalId, deviceId }) => hospitalId !== tx.hospitalId || standing.has(deviceId));
  }

  /** Derived, so that a repeated request can return it again although only its hash is stored. */
  #firstSecret(deviceId: string): string {
    return this.deps.succession.after(`trusted device ${deviceId}`);
  }

  #stamp(tx: Tx, secret: string): Pick<TrustedDeviceRow, 'tokenHash' | 'place'> {
    return { tokenHash: hashOfSecret(secret), place: placeOf(tx.context.address) };
  }

  #cookie(tx: Tx, entry: TrustEntry | null, entries: readonly TrustEntry[]): TrustCookie {
    const others = entries.filter(({ deviceId }) => deviceId !== entry?.deviceId);
    const expiresAt = new Date(tx.now.getTime() + longestTrustDays * DAY_MS);
    return { value: writeTrustCookie(entry ? [entry, ...others] : others), expiresAt };
  }
}

const idsOf = (entries: readonly TrustEntry[]) => entries.map(({ deviceId }) => deviceId);

const isRecent = (tx: Tx, at: Date) => tx.now.getTime() - at.getTime() <= repeatGrace;
