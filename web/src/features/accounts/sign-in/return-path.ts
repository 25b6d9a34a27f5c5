/** Returns a path of this site to open after the sign-in, so that a link cannot redirect to another site. */
export function returnPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return undefined;
  return value.startsWith('/sign-in') || value.startsWith('/sign-up') ? undefined : value;
}
