import { HOTP, Secret, TOTP } from 'otpauth';

/** RFC 6238 with the parameters that every authenticator app supports: SHA-1, six digits, thirty seconds. */
const parameters = { algorithm: 'SHA1', digits: 6 } as const;
const period = 30;
/** Steps that a phone’s clock may be off (RFC 6238, section 5.2 recommends one). */
const drift = 1;

/** Copies the bytes, because the caller may overwrite them. */
const secretOf = (bytes: Uint8Array) => new Secret({ buffer: Uint8Array.from(bytes).buffer });

/** Encodes as RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  return secretOf(bytes).base32;
}

/** Returns the number of the 30-second step that contains an instant. */
export function stepAt(now: Date): number {
  return TOTP.counter({ period, timestamp: now.getTime() });
}

/** Returns the code of one step (HOTP of RFC 4226 over the step’s number). */
export function codeAt(secret: Uint8Array, step: number): string {
  return HOTP.generate({ ...parameters, secret: secretOf(secret), counter: step });
}

/**
 * Returns the step of a matching code, at most one step off, or null. Rejects steps up to `lastStep`, so a code that was seen or sent twice is
 * useless.
 */
export function matchingStep(secret: Uint8Array, code: string, now: Date, lastStep: number | null): number | null {
  const step = stepAt(now);
  const delta = HOTP.validate({ ...parameters, token: code, secret: secretOf(secret), counter: step, window: drift });
  return delta !== null && step + delta > (lastStep ?? -1) ? step + delta : null;
}

/** Returns the URI for an authenticator app, in Google’s key URI format. */
export function authenticatorAddress(secret: Uint8Array, hospital: string, person: string): string {
  return new TOTP({ ...parameters, period, secret: secretOf(secret), issuer: hospital, label: person }).toString();
}
