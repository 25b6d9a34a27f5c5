import { BlockList, isIP } from 'node:net';

/**
 * Parses addresses and ranges (`10.0.0.0/8`), separated by spaces.
 * @throws RangeError for anything else
 */
export function addressRanges(text: string): BlockList {
  const ranges = new BlockList();
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits] = word.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) throw new RangeError(word);
    if (bits === undefined) ranges.addAddress(address, family);
    else ranges.addSubnet(address, Number(bits), family);
  }
  return ranges;
}

/** Returns whether an address is in the ranges; false for an invalid address. */
export function isWithin(ranges: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && ranges.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether our proxies wrote that hop of `X-Forwarded-For`; hop 0 is the other end of the connection. */
export type TrustsHop = (address: string, hop: number) => boolean;

/**
 * Parses which proxies are trusted: `false` for none, their number, or their addresses and ranges. `true` of earlier releases means one proxy.
 * @throws RangeError for anything else
 */
export function trustedProxies(text: string): TrustsHop {
  if (text === 'false') return () => false;
  if (text === 'true') return (_address, hop) => hop < 1;
  if (/^\d{1,2}$/.test(text)) return (_address, hop) => hop < Number(text);
  const ranges = addressRanges(text);
  return (address) => isWithin(ranges, address);
}

const loopback = addressRanges('127.0.0.0/8 ::1');

/** Returns whether only this machine can reach that host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || isWithin(loopback, host);
}
