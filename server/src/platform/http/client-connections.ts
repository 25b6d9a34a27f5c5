import type { Server as HttpServer } from 'node:http';
import type { TrustsHop } from '../config/address-ranges.ts';
import { AddressLimits, addressPolicy } from '../limits/address-limits.ts';
import { networkOf, plainAddress } from '../limits/network-of.ts';
import { WaitingPlaces } from '../limits/waiting-places.ts';
import { clientAddress, isForwarded, type ClientRequest } from './client-address.ts';

/** Of the sockets that a network may have, this part may be without a session. */
const waitingPart = 1 / 5;

/**
 * Limits what one network of clients has open at once: its connections, or its requests and, separately, its sockets where one of our proxies
 * forwards them, whose own connections serve many clients.
 */
export class ClientConnections {
  readonly #trusts: TrustsHop;
  readonly #limits: AddressLimits;
  readonly #sockets: AddressLimits;
  readonly #waiting: WaitingPlaces;

  constructor(trusts: TrustsHop, atOnce: number) {
    this.#trusts = trusts;
    this.#limits = new AddressLimits(addressPolicy(atOnce));
    this.#sockets = new AddressLimits(addressPolicy(atOnce));
    this.#waiting = new WaitingPlaces(Math.floor(atOnce * waitingPart));
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
  allowsSocket(request: ClientRequest): boolean {
    return !this.isForwarded(request) || this.#sockets.allows(this.#networkOf(request), performance.now());
  }

  /** Counts a request; returns a function to call when it ends, or undefined beyond the limit. Direct ones count as connections already. */
  hold(request: ClientRequest): (() => void) | undefined {
    return this.#hold(this.#limits, request);
  }

  /** Counts a socket like `hold` a request. */
  holdSocket(request: ClientRequest): (() => void) | undefined {
    return this.#hold(this.#sockets, request);
  }

  /**
   * Gives a socket a place among those of its network that have no session yet. The oldest makes room for a newer one: a page proves its session at
   * once. @returns a function to call when it has a session or closes
   */
  wait(request: ClientRequest, close: () => void): () => void {
    return this.#waiting.take(this.#networkOf(request), close);
  }

  #hold(limits: AddressLimits, request: ClientRequest): (() => void) | undefined {
    return this.isForwarded(request) ? limits.open(this.#networkOf(request), performance.now()) : () => undefined;
  }

  #networkOf(request: ClientRequest): string {
    return networkOf(clientAddress(request, this.#trusts));
  }
}
