import { HOTP, Secret, TOTP } from 'otpauth';

/** RFC 6238 with the parameters that every authenticator app knows: SHA-1, six digits, thirty seconds. */
const parameters = { algorithm: 'SHA1', digits: 6 } as const;
const period = 30;
/** Steps that a phone’s clock may be off (RFC 6238, section 5.2 recommends one). */
const drift = 1;

/** On memory of its own: the caller may overwrite its bytes. */
const secretOf = (bytes: Uint8Array) => new Secret({ buffer: Uint8Array.from(bytes).buffer });

/** RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  return secretOf(bytes).base32;
}

/** The number of the thirty seconds that an instant falls into. */
export function stepAt(now: Date): number {
  return TOTP.counter({ period, timestamp: now.getTime() });
}

/** The code of one step (HOTP of RFC 4226 over the step’s number). */
export function codeAt(secret: Uint8Array, step: number): string {
  return HOTP.generate({ ...parameters, secret: secretOf(secret), counter: step });
}

/**
 * The step whose code it is, one step off allowed, or null. Steps up to `lastStep` have had their turn: a code that somebody looked
 * at over a shoulder, or that was sent twice, opens nothing.
 */
export function matchingStep(secret: Uint8Array, code: string, now: Date, lastStep: number | null): number | null {
  const step = stepAt(now);
  const delta = HOTP.validate({ ...parameters, token: code, secret: secretOf(secret), counter: step, window: drift });
  return delta !== null && step + delta > (lastStep ?? -1) ? step + delta : null;
}

/** The address that an authenticator app reads (Google’s key URI format, which all of them understand). */
export function authenticatorAddress(secret: Uint8Array, hospital: string, person: string): string {
  return new TOTP({ ...parameters, period, secret: secretOf(secret), issuer: hospital, label: person }).toString();
}
