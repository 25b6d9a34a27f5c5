import { createHash, randomBytes } from 'node:crypto';
import { base32 } from './one-time-code.ts';

export const recoveryCodeCount = 10;

/** Generates codes for a lost phone: 80 random bits each, in groups of four that are easy to read out. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => (base32(randomBytes(10)).match(/.{4}/g) ?? []).join('-'));
}

/** Returns the digest of a code, regardless of case, spaces and kind of dash. 80 bits need no slow hash. */
export function recoveryDigest(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    .digest();
}
