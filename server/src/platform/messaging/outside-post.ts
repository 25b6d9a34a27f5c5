import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type ClientRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { addressRanges, isWithin } from '../config/address-ranges.ts';

const patience = 20_000;

/** Addresses outside the public internet (IANA’s special-purpose registries). */
const inside4 = addressRanges(
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 ' +
    '198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
);
/** The same for IPv6, and ranges that embed an IPv4 address. */
const inside6 = addressRanges(
  '::/8 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8',
);

/** Returns whether an address is on the public internet. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !isWithin(family === 4 ? inside4 : inside6, address);
}

/** The address is internal, so it is not contacted. */
export class InsideError extends Error {
  override name = 'InsideError';
}

/**
 * Returns whether a URL may be contacted, as far as it shows: HTTPS at the default port, a name rather than an IP address, no user. `trusted`:
 * origins named by the installation, which may be internal.
 */
export function mayPostTo(url: URL, trusted: ReadonlySet<string>): boolean {
  if (url.username || url.password) return false;
  if (trusted.has(url.origin)) return true;
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'https:' && url.port === '' && isIP(bare) === 0 && bare.includes('.');
}

/** Resolves a name to all its addresses. */
export type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const bySystem: Resolve = (host, done) => lookup(host, { all: true }, done);

/**
 * Fails when any address of a name is internal. It runs for each connection, which then uses exactly these addresses, so that nothing changes in
 * between.
 */
const lookUpOutside =
  (resolve: Resolve): LookupFunction =>
  (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isOutside(address)))
        return done(new InsideError('name resolves to an internal address'), '', 0);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };

/**
 * Posts to an address from an untrusted source and returns only the status. It connects to public addresses only, follows no redirect, and reads
 * nothing of the answer. Throws `InsideError`, or the network’s error.
 */
export function postOutside(
  url: URL,
  options: { headers: Record<string, string>; body: Uint8Array; trusted: ReadonlySet<string>; resolve?: Resolve },
): Promise<{ status: number }> {
  const { headers, body, trusted, resolve = bySystem } = options;
  return new Promise((done, failed) => {
    if (!mayPostTo(url, trusted)) return failed(new InsideError('push address is not allowed'));
    const settings = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(body.length) },
      // A reused connection would outlive the address check.
      agent: false as const,
      signal: AbortSignal.timeout(patience),
      ...(trusted.has(url.origin) ? {} : { lookup: lookUpOutside(resolve) }),
    };
    const begin = url.protocol === 'http:' ? plainRequest : tlsRequest;
    const sent: ClientRequest = begin(url, settings, (answer) => {
      answer.destroy();
      done({ status: answer.statusCode ?? 0 });
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
