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
export class ResumeTokens<PeerSession extends object> {
  readonly #sessions = new Map<string, PeerSession>();
  readonly #digests = new Map<PeerSession, string>();
  readonly #ends = new Map<string, LeaveReason>();

  /** A new token; the earlier one of the same stay is void. */
  issue(peerSession: PeerSession): string {
    const token = randomBytes(32).toString('base64url');
    this.reinstate(token, peerSession);
    return token;
  }

  /** Uses a token up. @returns its stay; undefined for a token that is unknown, used or void */
  take(token: string): PeerSession | undefined {
    const peerSession = this.#sessions.get(digestOf(token));
    if (peerSession) this.revoke(peerSession);
    return peerSession;
  }

  /** A stay is over: its token is void, and it is remembered when that is for good. */
  end(peerSession: PeerSession, reason: LeaveReason): void {
    const digest = this.#digests.get(peerSession);
    this.revoke(peerSession);
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
  reinstate(token: string, peerSession: PeerSession): void {
    this.revoke(peerSession);
    const digest = digestOf(token);
    this.#sessions.set(digest, peerSession);
    this.#digests.set(peerSession, digest);
  }

  /** Voids the token of a stay, if it has one. */
  revoke(peerSession: PeerSession): void {
    const digest = this.#digests.get(peerSession);
    if (digest === undefined) return;
    this.#digests.delete(peerSession);
    this.#sessions.delete(digest);
  }
}

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64');
