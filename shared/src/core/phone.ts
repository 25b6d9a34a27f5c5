/** E.164: a plus, the country code, at most fifteen digits in total. */
export const internationalPhone = /^\+[1-9]\d{6,14}$/;

/**
 * Converts a phone number to international form: removes spaces, dashes and brackets, replaces `00` by a plus, and adds `+86` to a Chinese mobile
 * number (eleven digits from 13 to 19). Anything else is returned without spaces, for the following validation to reject.
 */
export function toInternationalPhone(written: string): string {
  const bare = written.replaceAll(/[\s().-]/g, '').replace(/^00/, '+');
  return /^1[3-9]\d{9}$/.test(bare) ? `+86${bare}` : bare;
}
