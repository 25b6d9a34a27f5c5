import serialize from 'canonicalize';

/** What JSON can hold. Decimals travel as strings, because two programs need not print the same float alike. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * The one byte sequence for a JSON value (RFC 8785), so that a signature depends on what is said and not on key order or spacing.
 * Members whose value is `undefined` are left out. Throws a `TypeError` for what JSON cannot hold (NaN, lone surrogates, cycles).
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
