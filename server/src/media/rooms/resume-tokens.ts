import { createHash, randomBytes } from 'node:crypto';
import type { LeaveReason } from '@yunzhen/shared/calls/call.contract';

/** Ends caused by another page or the api, after which the page with the token must not return automatically. */
const lastingEnds: readonly LeaveReason[] = ['replaced', 'removed'];
/** Number of such ends remembered; the oldest is dropped first. */
const ENDS_LIMIT = 10_000;

/**
 * Secrets with which a browser resumes on another socket: 256 random bits, valid once, one per peer. They are looked up by digest, so that lookup
 * time reveals nothing, and the node's memory contains no token.
 */
export class ResumeTokens<PeerSession extends object> {
  readonly #sessions = new Map<string, PeerSession>();
  readonly #digests = new Map<PeerSession, string>();
  readonly #ends = new Map<string, LeaveReason>();

  /** Returns a new token; the peer's earlier one is void. */
  issue(peerSession: PeerSession): string {
    const token = randomBytes(32).toString('base64url');
    this.reinstate(token, peerSession);
    return token;
  }

  /** Uses a token up. @returns its peer session; undefined for an unknown, used or void token */
  take(token: string): PeerSession | undefined {
    const peerSession = this.#sessions.get(digestOf(token));
    if (peerSession) this.revoke(peerSession);
    return peerSession;
  }

  /** Voids the token of a closed peer, and remembers a permanent end. */
  end(peerSession: PeerSession, reason: LeaveReason): void {
    const digest = this.#digests.get(peerSession);
    this.revoke(peerSession);
    if (digest === undefined || !lastingEnds.includes(reason)) return;
    this.#ends.set(digest, reason);
    const [oldest] = this.#ends.keys();
    if (this.#ends.size > ENDS_LIMIT && oldest !== undefined) this.#ends.delete(oldest);
  }

  /** Returns why a token's peer has ended for good; undefined while it is open, may return, or is unknown. */
  endOf(token: string): LeaveReason | undefined {
    return this.#ends.get(digestOf(token));
  }

  /** Makes a used token valid again when its successor never reached the browser. */
  reinstate(token: string, peerSession: PeerSession): void {
    this.revoke(peerSession);
    const digest = digestOf(token);
    this.#sessions.set(digest, peerSession);
    this.#digests.set(peerSession, digest);
  }

  /** Voids the token of a peer, if it has one. */
  revoke(peerSession: PeerSession): void {
    const digest = this.#digests.get(peerSession);
    if (digest === undefined) return;
    this.#digests.delete(peerSession);
    this.#sessions.delete(digest);
  }
}

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64');
