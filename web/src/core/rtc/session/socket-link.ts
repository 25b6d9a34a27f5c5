import type { CallClientToServer, CallServerToClient } from '@yunzhen/shared/calls/call.contract';
import { callNamespace } from '@yunzhen/shared/calls/call.constants';
import type { Ack } from '@yunzhen/shared/core/ack';
import { io } from 'socket.io-client';
import { CallError, withDeadline } from './call-failure.ts';

type Request = keyof CallClientToServer;
type PayloadOf<Event extends Request> = Parameters<CallClientToServer[Event]>[0];
type AckOf<Event extends Request> = Parameters<Parameters<CallClientToServer[Event]>[1]>[0];
type ValueOf<Event extends Request> = Extract<AckOf<Event>, { ok: true }>['value'];

/** Sends one typed request and resolves with its answer. */
export type RequestNode = <Event extends Request>(
  event: Event,
  payload: PayloadOf<Event>,
  deadlineMs?: number,
) => Promise<ValueOf<Event>>;

/** The used part of a socket.io socket, so that tests can replace it with a fake node. */
export interface SocketPort {
  on(event: string, listener: (...args: never[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  disconnect(): unknown;
}

export type OpenSocket = (url: string) => SocketPort;

export const pushedEvents = [
  'participant-joined',
  'participant-left',
  'consumer-added',
  'consumer-closed',
  'producer-changed',
  'phase-changed',
  'line-changed',
  'caption',
  'consumer-starved',
  'consumer-score',
  'call-closed',
] as const satisfies (keyof CallServerToClient)[];
type Pushed = (typeof pushedEvents)[number];

/** Listener of a link: one at a time, from the moment it takes over the link. */
export interface LinkListener {
  push<Event extends Pushed>(event: Event, ...args: Parameters<CallServerToClient[Event]>): void;
  /** The connection was lost, not closed by this page. */
  lost(): void;
}

const connectDeadlineMs = 4000;
const answerDeadlineMs = 5000;

/**
 * Opens the call socket of a media node: WebSocket first, long polling where a proxy blocks WebSocket. It never reconnects: the recovery ladder does.
 * A path in the address (a node behind a reverse proxy) precedes socket.io’s own.
 */
export const openCallSocket: OpenSocket = (url) => {
  const { origin, pathname } = new URL(url);
  return io(`${origin}${callNamespace}`, {
    path: `${pathname.replace(/\/$/, '')}/socket.io`,
    forceNew: true,
    reconnection: false,
    timeout: connectDeadlineMs,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
  });
};

/**
 * One call socket, from its opening to its end; a lost one never reconnects. It may be opened in advance: pushes of the node are queued until a
 * listener takes over the link.
 */
export class SocketLink {
  readonly url: string;
  readonly #socket: SocketPort;
  readonly #pending = new Set<(error: CallError) => void>();
  readonly #open: Promise<void>;
  #listener: LinkListener | undefined;
  #early: ((listener: LinkListener) => void)[] = [];
  #up = false;
  #closed = false;

  constructor(url: string, openSocket: OpenSocket) {
    this.url = url;
    this.#socket = openSocket(url);
    this.#open = new Promise<void>((resolve, reject) => {
      this.#pending.add(reject);
      this.#socket.on('connect', () => {
        this.#pending.delete(reject);
        this.#up = !this.#closed;
        resolve();
      });
      this.#socket.on('connect_error', () => this.#end());
      this.#socket.on('disconnect', () => this.#end());
    });
    // There may be no caller waiting when it fails.
    this.#open.catch(() => undefined);
    for (const event of pushedEvents) {
      this.#socket.on(event, (...args: never[]) => {
        if (this.#closed) return;
        this.#tell((listener) =>
          listener.push(event, ...(args as unknown as Parameters<CallServerToClient[typeof event]>)),
        );
      });
    }
  }

  get up(): boolean {
    return this.#up;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Resolves when the socket is open; rejects with `unreachable` when it fails or takes too long. */
  opened(deadlineMs = connectDeadlineMs): Promise<void> {
    return withDeadline(this.#open, deadlineMs, 'connect');
  }

  takeOver(listener: LinkListener): void {
    this.#listener = listener;
    for (const tell of this.#early.splice(0)) tell(listener);
  }

  /** Sends one request and resolves with its answer; rejects with the code of a rejection or `unreachable`. */
  readonly request: RequestNode = async (event, payload, deadlineMs = answerDeadlineMs) => {
    type Value = ValueOf<typeof event>;
    if (this.#closed) throw new CallError('unreachable', `${event}: the socket is closed`);
    let abort: ((error: CallError) => void) | undefined;
    const answer = new Promise<Ack<Value>>((resolve, reject) => {
      abort = reject;
      this.#pending.add(reject);
      this.#socket.emit(event, payload, resolve);
    });
    try {
      const ack = await withDeadline(answer, deadlineMs, event);
      if (!ack.ok) throw new CallError(ack.code, `${event} was refused`);
      return ack.value;
    } finally {
      if (abort) this.#pending.delete(abort);
    }
  };

  /** Closes without notifying the listener; pending requests reject with `unreachable`. */
  close(): void {
    this.#listener = undefined;
    this.#end();
    this.#socket.disconnect();
  }

  #tell(tell: (listener: LinkListener) => void): void {
    if (this.#listener) tell(this.#listener);
    else this.#early.push(tell);
  }

  #end(): void {
    if (this.#closed) return;
    const wasUp = this.#up;
    this.#closed = true;
    this.#up = false;
    for (const reject of this.#pending) reject(new CallError('unreachable', 'the socket is closed'));
    this.#pending.clear();
    if (wasUp) this.#tell((listener) => listener.lost());
  }
}
