import { createHash, randomBytes } from 'node:crypto';
import type { LeaveReason } from '@yunzhen/shared/calls/call.contract';

/** Ends that another page or the api has brought about, so that the page that held the token must not come back by itself. */
const lastingEnds: readonly LeaveReason[] = ['replaced', 'removed'];
/** How many such ends are remembered; the oldest is forgotten first. */
const ENDS_LIMIT = 10_000;

/**
 * Secrets with which a browser takes up its stay on another socket: 256 random bits, good once, one a stay. They are found by
 * their digest, so that the time a look-up takes says nothing about any of them, and the memory of the node holds none.
 */
export class ResumeTokens<Stay extends object> {
  readonly #stays = new Map<string, Stay>();
  readonly #digests = new Map<Stay, string>();
  readonly #ends = new Map<string, LeaveReason>();

  /** A new token; the earlier one of the same stay is void. */
  issue(stay: Stay): string {
    const token = randomBytes(32).toString('base64url');
    this.reinstate(token, stay);
    return token;
  }

  /** Uses a token up. @returns its stay; undefined for a token that is unknown, used or void */
  take(token: string): Stay | undefined {
    const stay = this.#stays.get(digestOf(token));
    if (stay) this.revoke(stay);
    return stay;
  }

  /** A stay is over: its token is void, and it is remembered when that is for good. */
  end(stay: Stay, reason: LeaveReason): void {
    const digest = this.#digests.get(stay);
    this.revoke(stay);
    if (digest === undefined || !lastingEnds.includes(reason)) return;
    this.#ends.set(digest, reason);
    const [oldest] = this.#ends.keys();
    if (this.#ends.size > ENDS_LIMIT && oldest !== undefined) this.#ends.delete(oldest);
  }

  /** Why the stay of a token is over for good; undefined while it goes on, may be followed by another, or is not known. */
  endOf(token: string): LeaveReason | undefined {
    return this.#ends.get(digestOf(token));
  }

  /** Makes a token good again whose successor never reached the browser. */
  reinstate(token: string, stay: Stay): void {
    this.revoke(stay);
    const digest = digestOf(token);
    this.#stays.set(digest, stay);
    this.#digests.set(stay, digest);
  }

  /** Voids the token of a stay, if it has one. */
  revoke(stay: Stay): void {
    const digest = this.#digests.get(stay);
    if (digest === undefined) return;
    this.#digests.delete(stay);
    this.#stays.delete(digest);
  }
}

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64');
