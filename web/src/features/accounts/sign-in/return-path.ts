/** A path of this site to go on to after signing in, so that a link can't send a person elsewhere. */
export function returnPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return undefined;
  return value.startsWith('/sign-in') || value.startsWith('/sign-up') ? undefined : value;
}
