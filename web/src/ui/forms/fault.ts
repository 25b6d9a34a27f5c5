import { translate, type MessageKey } from '../../core/i18n/index.ts';

/** A message key and the one number of its text. */
const kept = /^([a-zA-Z]+(?:\.[a-zA-Z]+)+)(?:\?n=(\d+))?$/;

/**
 * Encodes a field error as the key of its text. It is translated where it is shown, so that it follows a change of language.
 *
 * @param n number in the text, such as the maximum length of the field
 */
export function fault(key: MessageKey, n?: number): string {
  return n === undefined ? key : `${key}?n=${n}`;
}

/** Returns the text of a field error in the reader’s language. A message that is not a key is returned unchanged. */
export function faultText(message: string): string {
  const [, key, n] = kept.exec(message) ?? [];
  return key ? translate(key as MessageKey, n === undefined ? {} : { n: Number(n) }) : message;
}
