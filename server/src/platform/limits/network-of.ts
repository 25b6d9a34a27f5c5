import { isIP } from 'node:net';

/** Converts an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) to IPv4. */
export const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Returns the network of an address: a household or ward has a whole /64 of IPv6 (RFC 6177), which counts as one. */
export function networkOf(given: string): string {
  const address = plainAddress(given);
  return isIP(address) === 6 ? `${prefixOf(address, 4)}::/64` : address;
}

/** Returns the larger network that one party often holds alone: a /24 of IPv4, or the /48 of IPv6 that a site gets (RFC 6177). */
export function siteOf(given: string): string {
  const address = plainAddress(given);
  const version = isIP(address);
  if (version === 6) return `${prefixOf(address, 3)}::/48`;
  return version === 4 ? address.replace(/\.\d+$/, '.0/24') : address;
}

/** Returns the first groups of an IPv6 address. */
function prefixOf(address: string, count: number): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = tail?.split(':').filter(Boolean) ?? [];
  const all = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill('0'), ...behind];
  const prefix = all.slice(0, count).map((group) => Number.parseInt(group, 16).toString(16));
  return prefix.join(':');
}
