import serialize from 'canonicalize';

/** A JSON value. Decimals are strings, because programs may print the same float differently. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * Returns the canonical bytes of a JSON value (RFC 8785), so that a signature does not depend on key order or spacing. Omits members that are
 * `undefined`. Throws a `TypeError` for what JSON cannot represent (NaN, lone surrogates, cycles).
 */
export function canonicalJson(value: JsonValue): string {
  let text: string | undefined;
  try {
    text = serialize(value);
  } catch (cause) {
    throw new TypeError('The value has no canonical JSON form.', { cause });
  }
  if (text === undefined) throw new TypeError('The value has no canonical JSON form.');
  return text;
}
