import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Names the address that a request comes from; undefined for this machine itself. */
export type AddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string | undefined;

/**
 * Addresses and ranges (`10.0.0.0/8`) of reverse proxies, separated by spaces.
 * @throws RangeError for what is neither
 */
export function readProxies(text: string): BlockList {
  const proxies = new BlockList();
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits] = word.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) throw new RangeError(word);
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  return proxies;
}

/**
 * Reads `X-Forwarded-For` from the right as far as those who wrote it are proxies of ours: the first address that is none is the
 * client's, and what stands left of it may be anybody's invention.
 */
export function clientAddresses(proxies: BlockList): AddressOf {
  return ({ headers, socket }) => {
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    let address = plain(socket.remoteAddress ?? '');
    while (isIP(address) !== 0 && within(proxies, address)) {
      const before = plain(forwarded.pop()?.trim() ?? '');
      if (isIP(before) === 0) break;
      address = before;
    }
    return within(thisMachine, address) ? undefined : networkOf(address);
  };
}

const thisMachine = readProxies('127.0.0.0/8 ::1');

const within = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

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
