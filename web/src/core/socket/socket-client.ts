import { readPacket } from './packet.ts';

/*
 * A client of socket.io for what these pages ask of it: one WebSocket, one namespace, JSON, answers to what was asked. The library’s own knows
 * five transports, binary parts and shared connections, and was a fifth of the first file of every page. The protocols are Engine.IO 4 and
 * Socket.IO 5 (https://socket.io/docs/v4/engine-io-protocol/, https://socket.io/docs/v4/socket-io-protocol/).
 */

/** Names of events with what comes with them. */
type Events = object;
type Listener = (...args: never[]) => void;
type ArgsOf<Map extends Events, Name extends keyof Map> = Map[Name] extends (...args: infer Args) => unknown
  ? Args
  : never;

/** Why a socket that was up is not any more, in the library’s words. */
export type Disconnection = 'io server disconnect' | 'io client disconnect' | 'ping timeout' | 'transport close';

interface OwnEvents {
  connect: () => void;
  /** The server has refused (then `active` is false), or there was no way to it. */
  connect_error: (error: Error) => void;
  disconnect: (reason: Disconnection) => void;
}

export interface SocketOptions {
  /** `http:` or `https:`, without a path. */
  readonly origin: string;
  readonly path?: string;
  readonly namespace: string;
  /** Sent with each attempt to connect. */
  readonly auth?: () => object;
  /** Milliseconds from an attempt until it has failed. */
  readonly timeout?: number;
  /** Waits between attempts to come back, in milliseconds: doubled each time, jittered by half. Without it nothing comes back by itself. */
  readonly comeBack?: { readonly first: number; readonly longest: number };
}

export class SocketClient<In extends Events, Out extends Events> {
  /** Between `connect` and the end of the connection. */
  connected = false;
  /** Whether it is connected or goes on trying by itself. */
  active = false;
  readonly #options: SocketOptions;
  readonly #listeners = new Map<PropertyKey, Listener[]>();
  readonly #answers = new Map<number, Listener>();
  #waiting: string[] = [];
  #asked = 0;
  #attempts = 0;
  #web: WebSocket | undefined;
  #patience = 0;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #return: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  on<Name extends keyof (In & OwnEvents)>(name: Name, listener: (...args: ArgsOf<In & OwnEvents, Name>) => void): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener as unknown as Listener]);
    return this;
  }

  /** Sends at once, or as soon as it is connected. A function at the end is called with what the server answers. */
  emit<Name extends keyof Out & string>(name: Name, ...args: ArgsOf<Out, Name>): this {
    const parts: unknown[] = [...args];
    const answer = typeof parts.at(-1) === 'function' ? (parts.pop() as Listener) : undefined;
    if (answer) this.#answers.set(this.#asked, answer);
    const packet = this.#packet('2', JSON.stringify([name, ...parts]), answer ? String(this.#asked++) : '');
    if (this.connected) this.#web?.send(packet);
    else this.#waiting.push(packet);
    return this;
  }

  connect(): this {
    if (this.active) return this;
    this.active = true;
    this.#open();
    return this;
  }

  disconnect(): this {
    if (this.connected) this.#web?.send(this.#packet('1'));
    this.#stop('io client disconnect');
    return this;
  }

  /** `4` is a message of Engine.IO’s, the type one of Socket.IO’s. */
  #packet(type: string, data = '', id = ''): string {
    const { namespace } = this.#options;
    return `4${type}${namespace === '/' ? '' : `${namespace},`}${id}${data}`;
  }

  #open(): void {
    const { origin, path = '/socket.io', timeout = 20_000 } = this.#options;
    const web = new WebSocket(`${origin.replace(/^http/, 'ws')}${path}/?EIO=4&transport=websocket`);
    this.#web = web;
    const gone = () => web === this.#web && this.#lost('transport close');
    web.addEventListener('message', ({ data }) => web === this.#web && this.#heard(String(data)));
    web.addEventListener('close', gone);
    this.#deadline = setTimeout(gone, timeout);
    // The browser knows before the server’s silence would tell; on this machine itself there is always a way.
    if (new URL(origin).hostname !== 'localhost') globalThis.addEventListener?.('offline', this.#offline);
  }

  readonly #offline = () => this.#lost('transport close');

  #heard(data: string): void {
    const web = this.#web;
    if (data[0] === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(data.slice(1)) as { pingInterval: number; pingTimeout: number };
      this.#patience = pingInterval + pingTimeout;
      web?.send(this.#packet('0', JSON.stringify(this.#options.auth?.() ?? {})));
    } else if (data[0] === '1') {
      this.#lost('transport close');
    } else if (data[0] === '2') {
      web?.send('3');
      this.#expectPing();
    } else if (data[0] === '4') {
      this.#take(data.slice(1));
    }
  }

  #take(data: string): void {
    const { type, id, value } = readPacket(data);
    if (type === '0') {
      this.connected = true;
      this.#attempts = 0;
      this.#expectPing();
      for (const packet of this.#waiting.splice(0)) this.#web?.send(packet);
      this.#tell('connect');
    } else if (type === '1') {
      this.#stop('io server disconnect');
    } else if (type === '2') {
      const [name, ...args] = value as [string, ...unknown[]];
      this.#tell(name, ...args);
    } else if (type === '3') {
      const answer = this.#answers.get(id) as ((...args: unknown[]) => void) | undefined;
      this.#answers.delete(id);
      answer?.(...(value as unknown[]));
    } else if (type === '4') {
      this.#close();
      this.active = false;
      this.#tell('connect_error', new Error((value as { message?: string }).message ?? 'refused'));
    }
  }

  /** A server that has not asked for a sign of life for so long is not there. */
  #expectPing(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#lost('ping timeout'), this.#patience);
  }

  #lost(reason: Disconnection): void {
    const wasConnected = this.connected;
    const { comeBack } = this.#options;
    this.#close();
    this.active = this.active && comeBack !== undefined;
    if (this.active && comeBack) {
      const wait = Math.min(comeBack.first * 2 ** this.#attempts++, comeBack.longest);
      this.#return = setTimeout(() => this.#open(), wait * (0.5 + Math.random()));
    }
    if (wasConnected) this.#tell('disconnect', reason);
    else this.#tell('connect_error', new Error(reason));
  }

  #stop(reason: Disconnection): void {
    const wasConnected = this.connected;
    this.active = false;
    this.#close();
    if (wasConnected) this.#tell('disconnect', reason);
  }

  /** Lets go of the connection without telling anybody. What was asked is not answered any more. */
  #close(): void {
    const web = this.#web;
    this.#web = undefined;
    this.connected = false;
    this.#answers.clear();
    clearTimeout(this.#deadline);
    clearTimeout(this.#return);
    globalThis.removeEventListener?.('offline', this.#offline);
    web?.close();
  }

  #tell(name: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as (...args: unknown[]) => void)(...args);
  }
}
