import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type ClientRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { addressRanges, isWithin } from '../config/address-ranges.ts';

const patience = 20_000;

/** What is no address of the internet at large (IANA’s special-purpose registries). */
const inside4 = addressRanges(
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 ' +
    '198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
);
/** The same, and what carries an IPv4 address within. */
const inside6 = addressRanges(
  '::/8 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8',
);

/** Whether anybody on the internet is reached there. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !isWithin(family === 4 ? inside4 : inside6, address);
}

/** The address leads to where we do not go. */
export class InsideError extends Error {
  override name = 'InsideError';
}

/**
 * Whether we go there at all, as far as the address tells: HTTPS at its usual port, a name rather than an IP address, no user. `trusted` are
 * origins that the installation itself has named; they may be anywhere.
 */
export function mayPostTo(url: URL, trusted: ReadonlySet<string>): boolean {
  if (url.username || url.password) return false;
  if (trusted.has(url.origin)) return true;
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'https:' && url.port === '' && isIP(bare) === 0 && bare.includes('.');
}

/** Names to addresses, all of them. */
export type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const bySystem: Resolve = (host, done) => lookup(host, { all: true }, done);

/** Fails when any of a name’s addresses is inside: looked at for each connection, which then goes to just these, so nothing changes in between. */
const lookUpOutside =
  (resolve: Resolve): LookupFunction =>
  (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isOutside(address)))
        return done(new InsideError('the name leads inside'), '', 0);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };

/**
 * Posts to an address that a stranger has named; answers with the status alone. Nothing that is not outside is connected to, redirects
 * are not followed, and nothing of the answer is read. Throws `InsideError`, or what the network threw.
 */
export function postOutside(
  url: URL,
  options: { headers: Record<string, string>; body: Uint8Array; trusted: ReadonlySet<string>; resolve?: Resolve },
): Promise<{ status: number }> {
  const { headers, body, trusted, resolve = bySystem } = options;
  return new Promise((done, failed) => {
    if (!mayPostTo(url, trusted)) return failed(new InsideError('not an address to post to'));
    const settings = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(body.length) },
      // A connection that is kept would outlive what was looked at.
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
