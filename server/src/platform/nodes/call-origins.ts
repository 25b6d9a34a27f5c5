/**
 * Returns what CALL_ORIGINS must name for a node at this address. Without its path: in a content security policy a path without a slash at its end
 * matches nothing below it.
 */
export function callOriginsOf(mediaUrl: string): string {
  const { origin } = new URL(mediaUrl);
  return `${origin} ${origin.replace(/^http/, 'ws')}`;
}
