/** Bytes in an ArrayBuffer of their own, as WebCrypto requires. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Encodes an unsigned integer in network byte order. */
export function bigEndian(value: number, length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let rest = value, at = length - 1; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return bytes;
}

/** Returns the sixteen bytes of a UUID (RFC 9562 §4). */
export function uuidBytes(uuid: string): Bytes {
  const digits = uuid.replaceAll('-', '');
  if (!/^[\da-f]{32}$/i.test(digits)) throw new Error('not a UUID');
  return Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16));
}

/** Encodes as base64url (RFC 4648 §5) without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Decodes base64url. Throws when the text is not base64url. */
export function fromBase64Url(text: string): Bytes {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
