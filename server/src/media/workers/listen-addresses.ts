import { isIP } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

export interface ListenAddress {
  ip: string;
  /** The address or host name in the ICE candidate instead of `ip`. */
  announcedAddress?: string;
}

export interface ListenRequest {
  /** Addresses to listen on, separated by spaces. */
  listen?: string | undefined;
  /** Addresses or host names at which browsers reach this host, separated by spaces, at most one per family. */
  announced?: string | undefined;
}

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/**
 * Returns the addresses that a worker listens on, best candidate first.
 *
 * By default these are the host's own addresses: each becomes a candidate, and loopback comes last, for a browser on the same machine. With only an
 * announced address, every address is listened on at once. Link-local addresses are excluded, because a candidate cannot name their link.
 *
 * @throws Error when an address to listen on is invalid, or is the wildcard with nothing to announce for it
 */
export function listenAddresses(request: ListenRequest, interfaces: Interfaces): ListenAddress[] {
  const announced = words(request.announced);
  const given = words(request.listen);
  const own = ownAddresses(interfaces);
  if (given.length === 0 && announced.length === 0) return own.map((ip) => ({ ip }));

  const ips = given.length > 0 ? given : wildcards(own);
  return ips.flatMap((ip) => {
    const family = isIP(ip);
    if (family === 0) throw new Error(`RTC_LISTEN: ${ip} is not an IP address`);
    const announcedAddress = announced.find((address) => announces(address, ip));
    if (announcedAddress) return [{ ip, announcedAddress }];
    if (!isWildcard(ip)) return [{ ip }];
    if (given.length === 0) return [];
    throw new Error(`RTC_LISTEN: ${ip} needs an RTC_ANNOUNCED_ADDRESS of the same address family, or a host name`);
  });
}

/** Loopback is reachable from this host only, so it is announced only as another loopback address (a relay in front). */
function announces(address: string, ip: string): boolean {
  if (isLoopback(ip)) return isLoopback(address) && isIP(address) === isIP(ip);
  return isIP(address) === 0 || (isIP(address) === isIP(ip) && (isWildcard(ip) || !isLoopback(address)));
}

function ownAddresses(interfaces: Interfaces): string[] {
  const usable = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address }) => !/^(fe[89ab].:|169\.254\.)/i.test(address));
  const rank = (info: NetworkInterfaceInfo) => (info.internal ? 2 : 0) + (info.family === 'IPv6' ? 1 : 0);
  return usable.sort((a, b) => rank(a) - rank(b)).map(({ address }) => address);
}

function wildcards(own: readonly string[]): string[] {
  return own.some((ip) => isIP(ip) === 6) ? ['0.0.0.0', '::'] : ['0.0.0.0'];
}

const isWildcard = (ip: string) => ip === '0.0.0.0' || ip === '::';
const isLoopback = (ip: string) => ip.startsWith('127.') || ip === '::1';
const words = (text: string | undefined) => (text ?? '').split(/[\s,]+/).filter(Boolean);
