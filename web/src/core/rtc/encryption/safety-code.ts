import { concat, toBase64Url, utf8, uuidBytes, type Bytes } from './bytes.ts';

/** Makes each guess of somebody who looks for keys with a matching code cost this much (RFC 8018 §5.2). */
const iterations = 200_000;
const groups = 4;

/**
 * Twelve digits that are the same on every page exactly when all pages hold the same public keys: read aloud, they show
 * that nobody has put keys of their own in between. Whoever relays the keys would need about a million guesses of 200,000
 * hashes on either side, between the keys being published and the code being compared, to make two calls show one code.
 */
export async function safetyCode(visitId: string, points: readonly Bytes[]): Promise<string> {
  const sorted = [...points].sort((one, other) => (toBase64Url(one) < toBase64Url(other) ? -1 : 1));
  const material = await crypto.subtle.importKey('raw', concat(...sorted), 'PBKDF2', false, ['deriveBits']);
  const salt = concat(utf8('Yunzhen 1 safety code '), uuidBytes(visitId));
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    32 * groups,
  );
  const view = new DataView(bits);
  return Array.from({ length: groups }, (_, at) => String(view.getUint32(at * 4) % 1000).padStart(3, '0')).join(' ');
}
