import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** Push services accept tokens of a day at most (RFC 8292, section 2). */
const lifetimeSeconds = 12 * 60 * 60;

/** Identifies the sender to push services as the one that the browser subscribed to (RFC 8292). */
export class VapidKey {
  readonly #key: KeyObject;
  readonly #subject: string;
  /** The uncompressed point in base64url, as browsers need it (`applicationServerKey`). */
  readonly publicKey: string;

  /** `subject`: contact address of the operator for the push service, `mailto:` or `https:`. Throws for a key of another curve. */
  constructor(pem: string, subject: string) {
    this.#key = createPrivateKey(pem);
    if (this.#key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
      throw new Error('The VAPID key must be a P-256 key.');
    this.#subject = subject;
    const { x = '', y = '' } = createPublicKey(this.#key).export({ format: 'jwk' });
    this.publicKey = Buffer.concat([
      Buffer.from([4]),
      Buffer.from(x, 'base64url'),
      Buffer.from(y, 'base64url'),
    ]).toString('base64url');
  }

  /** Returns the Authorization header for a push service. */
  authorization(origin: string, now: Date): string {
    const exp = Math.floor(now.getTime() / 1000) + lifetimeSeconds;
    const token = jwt.sign({ aud: origin, exp, sub: this.#subject }, this.#key, {
      algorithm: 'ES256',
      noTimestamp: true,
    });
    return `vapid t=${token}, k=${this.publicKey}`;
  }
}
