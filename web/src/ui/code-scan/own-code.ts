/** No address of ours is longer; whatever is, was made to be something else. */
const longest = 300;
const path = /^\/verify\/[a-z0-9-]{1,42}\/(?:documents\/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Line breaks and the like, which an address parser would pass over in silence. */
const unprinted = /[^\x21-\x7e]/;
const secret = /^#[\w-]{16,100}$/;

/**
 * The address within this site that a code leads to, as path and fragment. A code is a stranger’s words: undefined for anything that
 * is too long, of another origin, or not exactly of the form that we print. Nothing of it is ever opened as it stands.
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
