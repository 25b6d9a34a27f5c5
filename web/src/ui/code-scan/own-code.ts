/** All our addresses are shorter; a longer code was not made by us. */
const longest = 300;
const path = /^\/verify\/[a-z0-9-]{1,42}\/(?:documents\/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Line breaks and other characters that a URL parser would ignore silently. */
const unprinted = /[^\x21-\x7e]/;
const secret = /^#[\w-]{16,100}$/;

/**
 * Returns the address within this site that a code leads to, as path and fragment. A code is untrusted input: undefined for one that is too long, of
 * another origin, or not exactly in our printed form. The scanned text itself is never opened.
 *
 * @param origin of this page, such as `https://hospital.example`
 */
export function ownCode(text: string, origin: string): string | undefined {
  if (text.length > longest || unprinted.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.search === '' && url.username === '' && url.password === '';
  if (url.origin !== origin || !plain || !path.test(url.pathname) || !secret.test(url.hash)) return undefined;
  return url.pathname + url.hash;
}
