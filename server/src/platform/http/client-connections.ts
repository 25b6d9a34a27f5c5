import type { Server as HttpServer } from 'node:http';
import type { TrustsHop } from '../config/address-ranges.ts';
import { AddressLimits, addressPolicy } from '../limits/address-limits.ts';
import { networkOf, plainAddress } from '../limits/network-of.ts';
import { clientAddress, isForwarded, type ClientRequest } from './client-address.ts';

/**
 * Limits what one network of clients has open at once: its connections, or its requests and sockets where one of our proxies forwards them, whose own
 * connections serve many clients.
 */
export class ClientConnections {
  readonly #trusts: TrustsHop;
  readonly #limits: AddressLimits;

  constructor(trusts: TrustsHop, atOnce: number) {
    this.#trusts = trusts;
    this.#limits = new AddressLimits(addressPolicy(atOnce));
  }

  /** Closes connections beyond the limit. */
  watch(server: HttpServer): void {
    server.on('connection', (socket) => {
      const address = plainAddress(socket.remoteAddress ?? '');
      if (this.#trusts(address, 0)) return;
      const network = networkOf(address);
      const now = performance.now();
      const release = this.#limits.allows(network, now) ? this.#limits.open(network, now) : undefined;
      if (release) socket.once('close', release);
      else socket.destroy();
    });
  }

  isForwarded(request: ClientRequest): boolean {
    return isForwarded(request, this.#trusts);
  }

  /** Returns whether the client may open another socket now; asking counts against its rate. */
  allows(request: ClientRequest): boolean {
    if (!this.isForwarded(request)) return true;
    return this.#limits.allows(networkOf(clientAddress(request, this.#trusts)), performance.now());
  }

  /** Counts a request or socket; returns a function to call when it ends, or undefined beyond the limit. Direct ones count as connections already. */
  hold(request: ClientRequest): (() => void) | undefined {
    if (!this.isForwarded(request)) return () => undefined;
    return this.#limits.open(networkOf(clientAddress(request, this.#trusts)), performance.now());
  }
}
