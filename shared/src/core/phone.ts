/** E.164: a plus, the country code, at most fifteen digits in all. */
export const internationalPhone = /^\+[1-9]\d{6,14}$/;

/**
 * A phone number as people write it, in the international form: spaces, dashes and brackets go, `00` is a plus, and a Chinese
 * mobile number without its country (eleven digits from 13 to 19) gets `+86`. What can’t be read so is returned without its
 * spaces, for the check that follows to refuse.
 */
export function toInternationalPhone(written: string): string {
  const bare = written.replaceAll(/[\s().-]/g, '').replace(/^00/, '+');
  return /^1[3-9]\d{9}$/.test(bare) ? `+86${bare}` : bare;
}
