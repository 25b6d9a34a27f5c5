import type { IncomingMessage } from 'node:http';
import { isIP, type BlockList } from 'node:net';
import { addressRanges, isWithin } from '../../platform/config/address-ranges.ts';

/** Names the address that a request comes from; undefined for this machine itself. */
export type AddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string | undefined;

/**
 * Reads `X-Forwarded-For` from the right as far as those who wrote it are proxies of ours: the first address that is none is the
 * client's, and what stands left of it may be anybody's invention.
 */
export function clientAddresses(proxies: BlockList): AddressOf {
  return ({ headers, socket }) => {
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    let address = plain(socket.remoteAddress ?? '');
    while (isWithin(proxies, address)) {
      const before = plain(forwarded.pop()?.trim() ?? '');
      if (isIP(before) === 0) break;
      address = before;
    }
    return isWithin(thisMachine, address) ? undefined : networkOf(address);
  };
}

const thisMachine = addressRanges('127.0.0.0/8 ::1');

/** An IPv4 address as an IPv6 socket reports it (RFC 4291 §2.5.5.2) is an IPv4 address. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** One household or ward has a whole /64 of IPv6 addresses (RFC 6177), so it counts as one. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = tail?.split(':').filter(Boolean) ?? [];
  const all = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill('0'), ...behind];
  const prefix = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(':')}::/64`;
}
