import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { newId } from '../../../platform/ids.ts';
import type { AccountHolder } from '../accounts.repository.ts';

/** A browser stays known for half a year after the account last signed in there. */
export const deviceLifetime = 180 * DAY_MS;
/** Known accounts per browser; the one with the oldest sign-in is dropped first. */
const accountsOfADevice = 5;

type Holder = Pick<AccountHolder, 'id' | 'passwordHash'>;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^(${uuid})\\.(${uuid})\\.(\\d{1,12})\\.([\\w-]{43})$`);

/**
 * Browsers in which an account signed in before. A cookie says so, signed for the account and its present password, so a password change makes every
 * browser unknown. The server stores nothing.
 */
export class KnownDevices {
  readonly #key: Buffer;

  constructor(serverSecret: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'known devices', 32));
  }

  /** Returns the cookie of a browser in which the account has just signed in. `cookie`: its present one. */
  remember(holder: Holder, now: Date, cookie: string | undefined): string {
    const seconds = Math.floor(now.getTime() / 1000);
    const entry = `${holder.id}.${newId()}.${seconds}`;
    const others = entriesOf(cookie).filter(({ accountId }) => accountId !== holder.id);
    return [`${entry}.${this.#sign(holder, entry)}`, ...others.map(({ text }) => text)]
      .slice(0, accountsOfADevice)
      .join('~');
  }

  /** Returns the id of this browser for the account; null when it is unknown. */
  knows(holder: Holder, now: Date, cookie: string | undefined): string | null {
    const entry = entriesOf(cookie).find(({ accountId }) => accountId === holder.id);
    if (!entry || entry.at.getTime() + deviceLifetime <= now.getTime()) return null;
    const expected = Buffer.from(this.#sign(holder, entry.signed));
    return timingSafeEqual(expected, Buffer.from(entry.mac)) ? entry.deviceId : null;
  }

  #sign({ passwordHash }: Holder, entry: string): string {
    const password = createHash('sha256').update(passwordHash).digest('hex');
    return createHmac('sha256', this.#key).update(`${entry} ${password}`).digest('base64url');
  }
}

interface Entry {
  text: string;
  signed: string;
  accountId: string;
  deviceId: string;
  at: Date;
  mac: string;
}

function entriesOf(cookie: string | undefined): Entry[] {
  const texts = cookie?.split('~').slice(0, accountsOfADevice) ?? [];
  return texts.flatMap((text) => {
    const [, accountId, deviceId, seconds, mac] = form.exec(text) ?? [];
    if (!accountId || !deviceId || !seconds || !mac) return [];
    const signed = `${accountId}.${deviceId}.${seconds}`;
    return [{ text, signed, accountId, deviceId, at: new Date(Number(seconds) * 1000), mac }];
  });
}
