import type { Server as HttpServer } from 'node:http';
import type { TrustsHop } from '../config/address-ranges.ts';
import { AddressLimits, addressPolicy } from '../limits/address-limits.ts';
import { KeyedBuckets } from '../limits/keyed-buckets.ts';
import { networkOf, plainAddress } from '../limits/network-of.ts';
import { WaitingPlaces } from '../limits/waiting-places.ts';
import { clientAddress, isForwarded, type ClientRequest } from './client-address.ts';

/** Of the sockets that a network may have, this part may be without a session. */
const waitingPart = 1 / 5;
/** New sockets of one account: all pages that it may have open reconnect twice at once, then two a second. */
const accountRate = { burst: 100, perSecond: 2 };

/** New sessions of long polling of one network, where pages cannot open a WebSocket: hundreds of pages may begin at once. */
const pollRate = { burst: 3_000, perSecond: 100 };

/** Returns the account whose signed-in browser sends a request; null for none. */
export type AccountOf = (request: ClientRequest) => string | null;

/**
 * Limits what one network of clients has open at once: its connections, or its requests and, separately, its sockets where one of our proxies
 * forwards them, whose own connections serve many clients.
 */
export class ClientConnections {
  readonly #trusts: TrustsHop;
  readonly #limits: AddressLimits;
  readonly #sockets: AddressLimits;
  readonly #accounts = new KeyedBuckets(accountRate);
  readonly #polls = new KeyedBuckets(pollRate);
  readonly #waiting: WaitingPlaces;
  readonly #accountOf: AccountOf;

  constructor(trusts: TrustsHop, atOnce: number, accountOf: AccountOf) {
    this.#trusts = trusts;
    this.#accountOf = accountOf;
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

  /**
   * Returns whether the client may open another socket now; asking counts against the rate of the browser’s account, else of its network. So no one
   * in a clinic behind one address can use up the rate of those who are signed in.
   */
  allowsSocket(request: ClientRequest): boolean {
    if (!this.isForwarded(request)) return true;
    const now = performance.now();
    const accountId = this.#accountOf(request);
    return accountId === null
      ? this.#sockets.allows(this.#networkOf(request), now)
      : this.#accounts.take(accountId, now);
  }

  /** Returns whether the network of the client may begin another session of long polling; asking counts. */
  allowsPoll(request: ClientRequest): boolean {
    return this.#polls.take(this.#networkOf(request), performance.now());
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
