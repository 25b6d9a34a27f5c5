import { createHash, randomBytes } from 'node:crypto';

/**
 * Secrets with which a browser takes up its stay on another socket: 256 random bits, good once, one a stay. They are found by
 * their digest, so that the time a look-up takes says nothing about any of them, and the memory of the node holds none.
 */
export class ResumeTokens<Stay extends object> {
  readonly #stays = new Map<string, Stay>();
  readonly #digests = new Map<Stay, string>();

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
