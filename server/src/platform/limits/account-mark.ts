import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^(${uuid})\\.(\\d{1,12})\\.([\\w-]{43})$`);

/**
 * Names the account of a browser to limits that count before a session is proven. It opens nothing: with a copy of it, a thief can only use up the
 * rate of that account.
 */
export class AccountMark {
  readonly #key: Buffer;

  constructor(serverSecret: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'account of a browser', 32));
  }

  write(accountId: string, expiresAt: Date): string {
    const signed = `${accountId}.${Math.floor(expiresAt.getTime() / 1000)}`;
    return `${signed}.${this.#sign(signed)}`;
  }

  /** Returns the account of a valid mark. */
  read(mark: string | undefined, now: Date): string | null {
    const [, accountId, seconds, mac] = form.exec(mark ?? '') ?? [];
    if (!accountId || !seconds || !mac || Number(seconds) * 1000 <= now.getTime()) return null;
    const expected = Buffer.from(this.#sign(`${accountId}.${seconds}`));
    return timingSafeEqual(expected, Buffer.from(mac)) ? accountId : null;
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}
