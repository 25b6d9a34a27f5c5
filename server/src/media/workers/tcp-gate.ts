import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { WebRtcTransport } from 'mediasoup/types';
import type { AddressLimits } from '../../platform/limits/address-limits.ts';
import { networkOf } from '../../platform/limits/network-of.ts';
import { readFirstFrame } from './first-frame.ts';

/** Unidentified connections that a gate holds at once; the longest waiting one is closed. */
const MAX_WAITING = 1_000;

export interface TcpGateOptions {
  readonly ip: string;
  /** 0 for a free port. */
  readonly port: number;
  /** Where the worker listens, on this host's loopback. */
  readonly target: { readonly host: string; readonly port: number };
  readonly limits: AddressLimits;
  /** Milliseconds from the connection to the end of its first frame. */
  readonly firstFrameMs: number;
  /** Returns the transport that has this ICE user name fragment now. */
  readonly transportOf: (ufrag: string) => WebRtcTransport | undefined;
}

/**
 * A proxy for the TCP port of a worker, which has no limits of its own: it allocates 64 kB for each connection, used or not, without a timeout. A
 * connection is passed on once it names an existing transport, and closes with it.
 */
export class TcpGate {
  readonly #options: TcpGateOptions;
  readonly #server: Server;
  /** Oldest first. */
  readonly #waiting = new Set<Socket>();
  readonly #open = new Set<Socket>();

  private constructor(options: TcpGateOptions) {
    this.#options = options;
    this.#server = createServer({ noDelay: true }, (socket) => this.#receive(socket));
  }

  /** @throws Error `EADDRINUSE` and similar */
  static async start(options: TcpGateOptions): Promise<TcpGate> {
    const gate = new TcpGate(options);
    const { ip: host, port } = options;
    await new Promise<void>((resolve, reject) => {
      gate.#server.once('error', reject);
      gate.#server.listen({ host, port, ipv6Only: host === '::' }, resolve);
    });
    return gate;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Resolves when the port is free. */
  close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #receive(socket: Socket): void {
    socket.on('error', () => undefined);
    const { limits } = this.#options;
    const network = networkOf(socket.remoteAddress ?? '');
    const now = performance.now();
    const release = limits.allows(network, now) ? limits.open(network, now) : undefined;
    if (!release) {
      socket.destroy();
      return;
    }
    this.#open.add(socket);
    socket.once('close', () => {
      release();
      this.#open.delete(socket);
      this.#waiting.delete(socket);
    });
    this.#await(socket);
  }

  #await(socket: Socket): void {
    this.#waiting.add(socket);
    if (this.#waiting.size > MAX_WAITING) for (const oldest of [...this.#waiting].slice(0, 1)) oldest.destroy();
    const timer = setTimeout(() => socket.destroy(), this.#options.firstFrameMs);
    socket.once('close', () => clearTimeout(timer));
    let bytes = Buffer.alloc(0);
    const read = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const frame = readFirstFrame(bytes);
      if (frame.kind === 'incomplete') return;
      const transport = frame.kind === 'binding' ? this.#options.transportOf(frame.ufrag) : undefined;
      if (!transport) {
        socket.destroy();
        return;
      }
      clearTimeout(timer);
      socket.off('data', read);
      this.#waiting.delete(socket);
      this.#pass(socket, bytes, transport);
    };
    socket.on('data', read);
  }

  #pass(socket: Socket, first: Buffer, transport: WebRtcTransport): void {
    const worker = connect({ ...this.#options.target, noDelay: true });
    const end = () => {
      socket.destroy();
      worker.destroy();
      transport.observer.off('close', end);
    };
    worker.on('error', end).once('close', end);
    socket.once('close', end);
    transport.observer.once('close', end);
    worker.write(first);
    socket.pipe(worker).pipe(socket);
  }
}
