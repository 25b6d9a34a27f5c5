import {
  isRecordChanged,
  type RecordChanged,
  type RecordClientToServer,
  type RecordServerToClient,
} from '@yunzhen/shared/core/record-socket';
import type { recordHandshake } from '@yunzhen/shared/core/record-socket.schemas';
import { recordNamespace, sessionEnds } from '@yunzhen/shared/core/record-socket.constants';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import type { SessionTokens } from '../api/session-tokens.ts';
import { subscribe } from '../listeners.ts';
import { timeouts } from '../timeouts.ts';

/** `idle`: signed out. `lost`: was connected and is reconnecting. */
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'lost';

export interface ChangeFilter {
  entity?: RecordChanged['entity'] | readonly RecordChanged['entity'][];
  id?: string;
  visitId?: string;
}

/** `live`: not one of the missed changes that follow a reconnect, which later ones may have undone. */
export type ChangeHandler = (event: RecordChanged, live: boolean) => void;

type Tokens = Pick<SessionTokens, 'current' | 'renew' | 'onGrant' | 'end'>;
type Handshake = z.input<typeof recordHandshake>;
type RecordSocketClient = Socket<RecordServerToClient, RecordClientToServer>;

/** Wait before a reconnect after the server closed or rejected the connection, in milliseconds; jittered, capped. */
const firstWait = 500;
const longestWait = 5_000;
/** A server that disconnects has many clients: their reconnects are spread over this many additional milliseconds. */
const spread = 2_000;
/** Wait for the report of missed changes before a refetch; a server of an earlier release never sends it. */
const coverWait = 5_000;
/** Number of message ids stored to drop duplicates. */
const MAX_REMEMBERED = 2_000;

/**
 * Socket that publishes changes of records. It renews its session and reconnects for ever. After a reconnect the server sends missed changes; where
 * it cannot, listeners must refetch everything.
 */
export class RecordSocket {
  readonly #tokens: Tokens;
  readonly #connect: (handshake: () => Handshake) => RecordSocketClient;
  readonly #changeListeners = new Set<{ filter: ChangeFilter; handler: ChangeHandler }>();
  readonly #resyncListeners = new Set<() => void>();
  readonly #stateListeners = new Set<(state: ConnectionState) => void>();
  #state: ConnectionState = 'idle';
  #socket: RecordSocketClient | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #refusals = 0;
  #wasConnected = false;
  /** The server’s position up to which every change was received. */
  #since: Handshake['since'];
  #uncovered: ReturnType<typeof setTimeout> | undefined;
  /** False while the server sends the changes that were missed. */
  #live = true;
  readonly #received = new Set<string>();

  constructor(tokens: Tokens, connect = open) {
    this.#tokens = tokens;
    this.#connect = connect;
    tokens.onGrant(({ accessToken }) => {
      if (this.#socket?.connected) this.#socket.emit('renew', { accessToken }, () => undefined);
    });
  }

  state(): ConnectionState {
    return this.#state;
  }

  onState(listener: (state: ConnectionState) => void): () => void {
    return subscribe(this.#stateListeners, listener);
  }

  /** Calls the handler for every change that matches the filter; returns a function that unsubscribes. */
  onChanged(filter: ChangeFilter, handler: ChangeHandler): () => void {
    return subscribe(this.#changeListeners, { filter, handler });
  }

  /** Calls the listener when changes may have been missed. */
  onResync(listener: () => void): () => void {
    return subscribe(this.#resyncListeners, listener);
  }

  start(): void {
    if (this.#socket) return;
    // The page began to read when the session was renewed.
    this.#since = this.#tokens.current()?.changesSince;
    const opened = this.#connect(() => ({
      accessToken: this.#tokens.current()?.accessToken ?? '',
      ...(this.#since === undefined ? {} : { since: this.#since }),
    }));
    this.#socket = opened;
    this.#enter('connecting');
    opened.on('connect', () => {
      const maybeMissed = this.#wasConnected || this.#refusals > 0;
      this.#refusals = 0;
      this.#live = this.#since === undefined;
      this.#enter('connected');
      if (maybeMissed && this.#live) this.#resync();
      else if (maybeMissed) this.#refetchUnlessCovered();
      this.#wasConnected = true;
    });
    opened.on('disconnect', (reason) => {
      if (opened !== this.#socket) return;
      this.#enter('lost');
      // The client reconnects automatically, except after a close by the server.
      if (reason === 'io server disconnect') this.#comeBack(Math.random() * spread);
    });
    opened.on('connect_error', () => {
      if (opened !== this.#socket) return;
      this.#enter(this.#wasConnected ? 'lost' : 'connecting');
      if (opened.active) return;
      // Rejected: an earlier release of the server may accept a token only, without a position.
      this.#since = undefined;
      this.#comeBack();
    });
    opened.on('covered', ({ position, whole }) => {
      clearTimeout(this.#uncovered);
      this.#live = true;
      this.#since = position;
      if (!whole) this.#resync();
    });
    opened.on('changed', (payload) => {
      if (!isRecordChanged(payload) || this.#isRepeated(payload.messageId)) return;
      for (const { filter, handler } of this.#changeListeners)
        if (matches(filter, payload)) handler(payload, this.#live);
    });
    opened.on('session-ended', (payload) => {
      const known = sessionEnds.find((reason) => reason === payload.reason) ?? 'expired';
      if (known !== 'expired') return this.#tokens.end(known);
      // Only the access token has expired. Whether the session has, is answered by its renewal, which the reconnect retries.
      this.#tokens.renew(this.#tokens.current()?.accessToken ?? null).catch(() => undefined);
    });
    opened.connect();
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#uncovered);
    this.#since = undefined;
    const closing = this.#socket;
    this.#socket = null;
    this.#wasConnected = false;
    this.#refusals = 0;
    closing?.disconnect();
    this.#enter('idle');
  }

  #enter(next: ConnectionState): void {
    if (this.#state === next) return;
    this.#state = next;
    clearInterval(this.#looking);
    if (next === 'connecting') this.#looking = setInterval(() => this.#resync(), timeouts['realtime.refetch']);
    for (const listener of this.#stateListeners) listener(next);
  }

  #refetchUnlessCovered(): void {
    clearTimeout(this.#uncovered);
    this.#uncovered = setTimeout(() => {
      this.#live = true;
      this.#resync();
    }, coverWait);
  }

  #isRepeated(messageId: string | undefined): boolean {
    if (messageId === undefined) return false;
    if (this.#received.has(messageId)) return true;
    this.#received.add(messageId);
    const [oldest] = this.#received;
    if (this.#received.size > MAX_REMEMBERED && oldest !== undefined) this.#received.delete(oldest);
    return false;
  }

  #resync(): void {
    for (const listener of this.#resyncListeners) listener();
  }

  #comeBack(longer = 0): void {
    const current = this.#socket;
    if (!current) return;
    const wait = Math.min(firstWait * 2 ** this.#refusals++, longestWait) * (0.5 + Math.random() / 2) + longer;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const token = this.#tokens.current()?.accessToken ?? null;
      this.#tokens.renew(token).then(
        () => current === this.#socket && current.connect(),
        // When the session is over its owner stops the socket; after a network failure the reconnect is retried.
        () => current === this.#socket && this.#comeBack(),
      );
    }, wait);
  }
}

/** Tries WebSocket first, then long polling where a proxy blocks WebSocket. */
function open(handshake: () => Handshake): RecordSocketClient {
  return io(`${location.origin}${recordNamespace}`, {
    autoConnect: false,
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    auth: (send) => send(handshake()),
    reconnectionDelay: firstWait,
    reconnectionDelayMax: longestWait,
  });
}

export function matches(filter: ChangeFilter, event: RecordChanged): boolean {
  const { entity, id, visitId } = filter;
  if (entity !== undefined && !(typeof entity === 'string' ? entity === event.entity : entity.includes(event.entity))) {
    return false;
  }
  return (id === undefined || id === event.id) && (visitId === undefined || visitId === event.visitId);
}
