import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { freePort } from '../free-port.ts';
import { DeliveryQueue } from './delivery-queue.ts';

export interface TcpProxyOptions {
  /** Port 0 selects a free one. */
  readonly listen: { readonly host: string; readonly port: number };
  readonly target: { readonly host: string; readonly port: number };
  /** Added round trip in milliseconds, half in each direction. Opening a connection costs one, as on a real connection. */
  readonly roundTripMs?: number;
}

type Chunk = Buffer | 'end';

/** One direction of a connection: bytes in order, each after the delay. */
class Way {
  readonly #from: Socket;
  readonly #proxy: TcpProxy;
  readonly #queue: DeliveryQueue<Chunk>;
  /** Nothing arrives before this time, because the connection takes a round trip. */
  readonly #notBefore: number;
  readonly #to: Socket;
  readonly #stalled: Chunk[] = [];
  #lost = false;

  constructor(proxy: TcpProxy, from: Socket, to: Socket, notBefore: number) {
    this.#proxy = proxy;
    this.#from = from;
    this.#to = to;
    this.#notBefore = notBefore;
    this.#queue = new DeliveryQueue((chunk) => this.#arrive(chunk));
    from.on('data', (chunk: Buffer) => this.#take(chunk));
    from.on('end', () => this.#take('end'));
  }

  /** Stops delivery without closing the connection. */
  lose(): void {
    this.#lost = true;
    this.clear();
  }

  get lost(): boolean {
    return this.#lost;
  }

  resume(): void {
    for (const chunk of this.#stalled.splice(0)) this.#arrive(chunk);
  }

  clear(): void {
    this.#queue.clear();
    this.#stalled.length = 0;
  }

  #take(chunk: Chunk): void {
    if (this.#lost) return;
    const due = Math.max(performance.now(), this.#notBefore) + this.#proxy.roundTripMs / 2;
    this.#queue.add(due, chunk);
  }

  #arrive(chunk: Chunk): void {
    if (this.#proxy.stalled) this.#stalled.push(chunk);
    else if (chunk === 'end') this.#to.end();
    else if (this.#to.writable && !this.#to.write(chunk)) {
      this.#from.pause();
      this.#to.once('drain', () => this.#from.resume());
    }
  }
}

interface Connection {
  readonly sockets: readonly [Socket, Socket];
  readonly ways: readonly [Way, Way];
}

function reset({ sockets }: Connection): void {
  for (const socket of sockets) socket.resetAndDestroy();
}

/** A slow or broken connection for pages, signalling and ICE over TCP. */
export class TcpProxy {
  /** Added round trip in milliseconds for data sent from now on. */
  roundTripMs: number;
  readonly #target: TcpProxyOptions['target'];
  readonly #host: string;
  readonly #connections = new Set<Connection>();
  #server: Server | undefined;
  #port: number;
  #stalled = false;
  #end: NodeJS.Timeout | undefined;
  #opened = 0;

  private constructor({ listen, target, roundTripMs = 0 }: TcpProxyOptions) {
    this.#host = listen.host;
    this.#port = listen.port;
    this.#target = target;
    this.roundTripMs = roundTripMs;
  }

  /** Starts the proxy. @throws Error when the address is in use */
  static async start(options: TcpProxyOptions): Promise<TcpProxy> {
    const proxy = new TcpProxy(options);
    await proxy.accept();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** Number of connections accepted so far. */
  get opened(): number {
    return this.#opened;
  }

  get stalled(): boolean {
    return this.#stalled;
  }

  /** Stops delivery on all connections without closing them, like a network failure. Lasts until `resume`, or for the given milliseconds. */
  stall(milliseconds = Infinity): void {
    this.#stalled = true;
    clearTimeout(this.#end);
    if (milliseconds < Infinity) this.#end = setTimeout(() => this.resume(), milliseconds);
  }

  resume(): void {
    clearTimeout(this.#end);
    this.#stalled = false;
    for (const { ways } of this.#connections) for (const way of ways) way.resume();
  }

  /** Simulates a change of network: open connections go silent, new ones pass. */
  lose(): void {
    for (const { ways } of this.#connections) for (const way of ways) way.lose();
  }

  /** Closes every connection; new ones are accepted. */
  cut(): void {
    for (const connection of this.#connections) reset(connection);
  }

  /** Closes the connections that `lose` made silent. */
  cutLost(): void {
    for (const connection of this.#connections) if (connection.ways[0].lost) reset(connection);
  }

  /** Refuses new connections until `accept`; open ones continue. */
  refuse(): void {
    this.#server?.close();
    this.#server = undefined;
  }

  async accept(): Promise<void> {
    if (this.#server) return;
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#take(client));
    this.#server = server;
    // The same one after a refusal: a port that no other connection takes in between.
    if (this.#port === 0) this.#port = await freePort();
    server.listen(this.#port, this.#host);
    await once(server, 'listening');
  }

  async close(): Promise<void> {
    clearTimeout(this.#end);
    const server = this.#server;
    if (!server) return this.cut();
    const closed = once(server, 'close');
    this.refuse();
    this.cut();
    await closed;
  }

  #take(client: Socket): void {
    this.#opened += 1;
    const node = connect({ ...this.#target, allowHalfOpen: true, noDelay: true });
    const notBefore = performance.now() + this.roundTripMs;
    const ways = [new Way(this, client, node, notBefore), new Way(this, node, client, notBefore)] as const;
    const connection: Connection = { sockets: [client, node], ways };
    this.#connections.add(connection);
    for (const socket of connection.sockets) {
      // An error on one side closes the other.
      socket.on('error', () => undefined);
      socket.on('close', (failed) => {
        const [, other] = socket === client ? [client, node] : [node, client];
        const over = [client, node].every((each) => each.destroyed);
        if (failed) other.resetAndDestroy();
        if (failed || over) for (const way of ways) way.clear();
        if (over) this.#connections.delete(connection);
      });
    }
  }
}
