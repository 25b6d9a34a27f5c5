import type { IncomingMessage } from 'node:http';
import { isIP, type BlockList } from 'node:net';
import { addressRanges, isWithin } from '../../platform/config/address-ranges.ts';
import { networkOf, plainAddress } from '../../platform/limits/network-of.ts';

/** Returns the address from which a request comes; undefined for this machine itself. */
export type AddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string | undefined;

/**
 * Reads `X-Forwarded-For` from the right as long as the writers are our proxies: the first other address is the client's, and anything left of it may
 * be forged.
 */
export function clientAddresses(proxies: BlockList): AddressOf {
  return ({ headers, socket }) => {
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    let address = plainAddress(socket.remoteAddress ?? '');
    while (isWithin(proxies, address)) {
      const before = plainAddress(forwarded.pop()?.trim() ?? '');
      if (isIP(before) === 0) break;
      address = before;
    }
    return isWithin(thisMachine, address) ? undefined : networkOf(address);
  };
}

const thisMachine = addressRanges('127.0.0.0/8 ::1');
