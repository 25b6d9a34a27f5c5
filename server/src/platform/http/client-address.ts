import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { addressRanges, isWithin, type TrustsHop } from '../config/address-ranges.ts';
import { networkOf, plainAddress } from '../limits/network-of.ts';

export type ClientRequest = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Returns the network from which a request comes; undefined for a program of this machine itself, without a proxy. */
export type AddressOf = (request: ClientRequest) => string | undefined;

/** Returns whether the connection of a request is one of our proxies, which forwards requests of many clients. */
export const isForwarded = ({ socket }: ClientRequest, trusts: TrustsHop) =>
  trusts(plainAddress(socket.remoteAddress ?? ''), 0);

/**
 * Reads `X-Forwarded-For` from the right as long as the writers are our proxies: the first other address is the client's, and anything left of it may
 * be forged.
 */
export function clientAddress({ headers, socket }: ClientRequest, trusts: TrustsHop): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  let address = plainAddress(socket.remoteAddress ?? '');
  for (let hop = 0; trusts(address, hop); hop++) {
    const before = plainAddress(forwarded.pop()?.trim() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/**
 * Returns the network of each client; undefined for a program of this machine itself. A forwarded request never counts as one, because its header may
 * be forged: where that names this machine, the address of the connection counts.
 */
export function clientAddresses(trusts: TrustsHop): AddressOf {
  return (request) => {
    const address = clientAddress(request, trusts);
    if (!isWithin(thisMachine, address)) return networkOf(address);
    const peer = plainAddress(request.socket.remoteAddress ?? '');
    const isDirect = request.headers['x-forwarded-for'] === undefined;
    return isDirect && isWithin(thisMachine, peer) ? undefined : networkOf(peer);
  };
}

const thisMachine = addressRanges('127.0.0.0/8 ::1');
