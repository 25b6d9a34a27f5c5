import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { DeliveryQueue } from './delivery-queue.ts';
import type { LineImpairment } from './impairment.ts';
import { Link, type LinkCounters } from './link.ts';

export interface UdpAddress {
  readonly host: string;
  readonly port: number;
}

export interface UdpRelayOptions {
  /** The address for browsers. Port 0 selects a free one. */
  readonly listen: UdpAddress;
  /** The media node’s worker. */
  readonly target: UdpAddress;
  readonly line?: LineImpairment;
  /** The same seed and packet order lose the same packets. Default 1. */
  readonly seed?: number;
}

/** One browser socket, forwarded from its own socket, so that the node sees as many addresses as there are browsers. */
interface Flow {
  readonly client: UdpAddress;
  readonly upstream: Socket;
}

/**
 * Relays real datagrams between browsers and a media node with losses and delays. Each direction is impaired independently; all browsers behind one
 * relay share its rate, like a household.
 */
export class UdpRelay {
  readonly #socket: Socket;
  readonly #target: UdpAddress;
  readonly #up: Link;
  readonly #down: Link;
  readonly #toNode = new DeliveryQueue<() => void>((send) => send());
  readonly #toBrowser = new DeliveryQueue<() => void>((send) => send());
  readonly #flows = new Map<string, Flow>();
  /** Browser addresses whose network is permanently gone. */
  readonly #dead = new Set<string>();
  #closed = false;

  private constructor(socket: Socket, { target, line = {}, seed = 1 }: UdpRelayOptions) {
    this.#socket = socket;
    this.#target = target;
    this.#up = new Link(seed, line.up);
    this.#down = new Link(seed + 0x9e3779b9, line.down);
    socket.on('message', (packet, from) => this.#fromBrowser(packet, from));
    socket.on('error', () => undefined);
  }

  /** Starts the relay. @throws Error when the address is in use */
  static async start(options: UdpRelayOptions): Promise<UdpRelay> {
    const socket = createSocket('udp4');
    socket.bind(options.listen.port, options.listen.host);
    await once(socket, 'listening');
    return new UdpRelay(socket, options);
  }

  get port(): number {
    return this.#socket.address().port;
  }

  get counters(): { readonly up: Readonly<LinkCounters>; readonly down: Readonly<LinkCounters> } {
    return { up: { ...this.#up.counters }, down: { ...this.#down.counters } };
  }

  /** Number of browser sockets that have sent data and whose network is not gone. */
  get flows(): number {
    return this.#flows.size;
  }

  /** Sets the impairment for new packets; packets in transit are not affected. */
  set(line: LineImpairment): void {
    this.#up.impairment = line.up ?? {};
    this.#down.impairment = line.down ?? {};
  }

  /** Drops all packets in both directions for the given milliseconds; `Infinity` until `lightUp`. */
  blackout(milliseconds: number): void {
    const until = performance.now() + milliseconds;
    this.#up.darkUntil(until);
    this.#down.darkUntil(until);
  }

  lightUp(): void {
    this.#up.darkUntil(0);
    this.#down.darkUntil(0);
  }

  /** Simulates a change of network: known browser sockets are permanently dead in both directions; new ones pass. */
  dropFlows(): void {
    for (const [key, { upstream }] of this.#flows) {
      this.#dead.add(key);
      upstream.close();
    }
    this.#flows.clear();
    this.#toNode.clear();
    this.#toBrowser.clear();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.dropFlows();
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  #fromBrowser(packet: Buffer, { address, port }: RemoteInfo): void {
    const key = `${address}:${port}`;
    if (this.#closed || this.#dead.has(key)) return;
    const flow = this.#flows.get(key) ?? this.#open(key, { host: address, port });
    for (const due of this.#up.arrivals(performance.now(), packet.length)) {
      this.#toNode.add(due, () => flow.upstream.send(packet, this.#target.port, this.#target.host, ignore));
    }
  }

  #open(key: string, client: UdpAddress): Flow {
    const upstream = createSocket('udp4');
    const flow: Flow = { client, upstream };
    this.#flows.set(key, flow);
    upstream.on('error', ignore);
    upstream.on('message', (packet) => {
      for (const due of this.#down.arrivals(performance.now(), packet.length)) {
        this.#toBrowser.add(due, () => this.#socket.send(packet, client.port, client.host, ignore));
      }
    });
    return flow;
  }
}

/** A datagram that can’t be sent is lost, like any other. */
const ignore = () => undefined;
