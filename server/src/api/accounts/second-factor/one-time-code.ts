import { createHmac, timingSafeEqual } from 'node:crypto';

/** RFC 6238 with the parameters that every authenticator app knows: SHA-1, six digits, thirty seconds. */
const stepSeconds = 30;
const digits = 6;
/** Steps that a phone’s clock may be off (RFC 6238, section 5.2 recommends one). */
const drift = 1;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/** The number of the thirty seconds that an instant falls into. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds);
}

/** The code of one step (HOTP of RFC 4226 over the step’s number). */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code it is, one step off allowed, or null. Steps up to `lastStep` have had their turn: a code that somebody looked
 * at over a shoulder, or that was sent twice, opens nothing. Every candidate is compared, in time that does not tell which.
 */
export function matchingStep(secret: Uint8Array, code: string, now: Date, lastStep: number | null): number | null {
  const given = Buffer.from(code.padEnd(digits).slice(0, digits));
  let matched: number | null = null;
  for (let step = stepAt(now) - drift; step <= stepAt(now) + drift; step++) {
    const same = timingSafeEqual(given, Buffer.from(codeAt(secret, step)));
    if (same && code.length === digits && step > (lastStep ?? -1)) matched = step;
  }
  return matched;
}

/** The step whose code would be taken next, for whoever plays the authenticator. */
export function nextStep(now: Date, lastStep: number | null): number {
  return Math.max(stepAt(now), (lastStep ?? 0) + 1);
}

/** The address that an authenticator app reads (Google’s key URI format, which all of them understand). */
export function authenticatorAddress(secret: Uint8Array, hospital: string, person: string): string {
  const label = `${encodeURIComponent(hospital)}:${encodeURIComponent(person)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(hospital)}`;
}
