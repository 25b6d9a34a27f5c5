import { io } from 'socket.io-client';
import { callNamespace, type CallClientToServer, type CallServerToClient } from '@yunzhen/shared/contract/call';
import type { Ack } from '@yunzhen/shared/contract/ack';
import { CallError, withDeadline } from './call-failure.ts';
import { Emitter } from './emitter.ts';

type Request = keyof CallClientToServer;
type PayloadOf<Event extends Request> = Parameters<CallClientToServer[Event]>[0];
type AckOf<Event extends Request> = Parameters<Parameters<CallClientToServer[Event]>[1]>[0];
type ValueOf<Event extends Request> = Extract<AckOf<Event>, { ok: true }>['value'];

/** The part of a socket.io socket that a call uses; the edge at which tests put a fake node. */
export interface SocketPort {
  on(event: string, listener: (...args: never[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  disconnect(): unknown;
}

export type OpenSocket = (url: string) => SocketPort;

type SignalingEvents = { [Event in keyof CallServerToClient]: Parameters<CallServerToClient[Event]> } & {
  /** The connection went without our doing. */
  lost: [];
};

const forwarded = [
  'participant-joined',
  'participant-left',
  'consumer-added',
  'consumer-closed',
  'producer-changed',
  'consumer-score',
  'call-closed',
] as const satisfies (keyof CallServerToClient)[];

const connectDeadlineMs = 5000;
const answerDeadlineMs = 5000;

/**
 * Opens the call socket of a media node. It never reconnects by itself: a new connection needs a new ticket, which is
 * the business of the recovery ladder. A path in the address (a node behind a reverse proxy) goes before socket.io’s own.
 */
export const openCallSocket: OpenSocket = (url) => {
  const address = new URL(url);
  return io(`${address.origin}${callNamespace}`, {
    path: `${address.pathname.replace(/\/$/, '')}/socket.io`,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    timeout: connectDeadlineMs,
  });
};

/** Typed requests and events over one call socket, from its opening to its end. */
export class Signaling extends Emitter<SignalingEvents> {
  readonly #socket: SocketPort;
  readonly #pending = new Set<(error: CallError) => void>();
  #open: Promise<void>;
  #up = false;
  #closed = false;

  constructor(url: string, openSocket: OpenSocket) {
    super();
    this.#socket = openSocket(url);
    this.#open = new Promise<void>((resolve, reject) => {
      this.#pending.add(reject);
      this.#socket.on('connect', () => {
        this.#pending.delete(reject);
        this.#up = true;
        resolve();
      });
      this.#socket.on('connect_error', () => this.#end('unreachable'));
      this.#socket.on('disconnect', () => this.#end('unreachable'));
    });
    // Nobody may be waiting when it fails.
    this.#open.catch(() => undefined);
    for (const event of forwarded) {
      this.#socket.on(event, (...args: never[]) => {
        if (!this.#closed) this.emit(event, ...(args as unknown as SignalingEvents[typeof event]));
      });
    }
  }

  get up(): boolean {
    return this.#up;
  }

  /** Resolves when the socket is open; rejects with `unreachable` when it can't be or takes too long. */
  opened(): Promise<void> {
    return withDeadline(this.#open, connectDeadlineMs, 'connect');
  }

  /** Sends one request and resolves with the value of its answer; rejects with the code of a refusal or `unreachable`. */
  async request<Event extends Request>(event: Event, payload: PayloadOf<Event>): Promise<ValueOf<Event>> {
    if (this.#closed) throw new CallError('unreachable', `${event}: the socket is closed`);
    let abort: ((error: CallError) => void) | undefined;
    const answer = new Promise<Ack<ValueOf<Event>>>((resolve, reject) => {
      abort = reject;
      this.#pending.add(reject);
      this.#socket.emit(event, payload, resolve);
    });
    try {
      const ack = await withDeadline(answer, answerDeadlineMs, event);
      if (!ack.ok) throw new CallError(ack.code, `${event} was refused`);
      return ack.value;
    } finally {
      if (abort) this.#pending.delete(abort);
    }
  }

  /** Closes without a `lost` event; whoever waits for an answer gets `unreachable`. */
  close(): void {
    if (this.#closed) return;
    this.removeAllListeners();
    this.#end('unreachable');
    this.#socket.disconnect();
  }

  #end(failure: 'unreachable'): void {
    if (this.#closed) return;
    const wasUp = this.#up;
    this.#closed = true;
    this.#up = false;
    for (const reject of this.#pending) reject(new CallError(failure, 'the socket is closed'));
    this.#pending.clear();
    if (wasUp) this.emit('lost');
  }
}
