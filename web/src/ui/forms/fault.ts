import { translate, type MessageKey } from '../../core/i18n/index.ts';

/** A key, and the one number that its text may speak of. */
const kept = /^([a-zA-Z]+(?:\.[a-zA-Z]+)+)(?:\?n=(\d+))?$/;

/**
 * What is wrong with a field, as forms keep it: by the key of its text. It is put into words where it is shown, so that it follows the
 * reader to another language.
 *
 * @param n what the text says of a number, such as how long the field may be
 */
export function fault(key: MessageKey, n?: number): string {
  return n === undefined ? key : `${key}?n=${n}`;
}

/** The words for a fault, in the reader's language. What is in words already stays. */
export function faultText(message: string): string {
  const [, key, n] = kept.exec(message) ?? [];
  return key ? translate(key as MessageKey, n === undefined ? {} : { n: Number(n) }) : message;
}
