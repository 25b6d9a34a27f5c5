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

/** `idle`: nobody is signed in. `lost`: was connected, is trying to come back. */
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'lost';

export interface ChangeFilter {
  entity?: RecordChanged['entity'] | readonly RecordChanged['entity'][];
  id?: string;
  visitId?: string;
}

type Tokens = Pick<SessionTokens, 'current' | 'renew' | 'onGrant' | 'end'>;
type Handshake = z.input<typeof recordHandshake>;
type RecordSocketClient = Socket<RecordServerToClient, RecordClientToServer>;

/** Wait before coming back after the server itself has closed or refused, in milliseconds; jittered, capped. */
const firstWait = 500;
const longestWait = 5_000;
/** A server that closes has many pages: they come back, and refetch, spread over so many milliseconds more. */
const spread = 2_000;
/** A server of an earlier release does not say what was missed. */
const coverWait = 5_000;
/** Ids of messages that may arrive a second time. */
const mostRemembered = 2_000;

/**
 * The socket that says what changed. It renews its session and comes back for ever. After a return the server sends what was missed;
 * where it does not know, listeners are asked to refetch everything.
 */
export class RecordSocket {
  readonly #tokens: Tokens;
  readonly #connect: (handshake: () => Handshake) => RecordSocketClient;
  readonly #changeListeners = new Set<{ filter: ChangeFilter; handler: (event: RecordChanged) => void }>();
  readonly #resyncListeners = new Set<() => void>();
  readonly #stateListeners = new Set<(state: ConnectionState) => void>();
  #state: ConnectionState = 'idle';
  #socket: RecordSocketClient | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #refusals = 0;
  #wasConnected = false;
  /** Up to where everything was received, as the server said. */
  #since: Handshake['since'];
  #uncovered: ReturnType<typeof setTimeout> | undefined;
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

  /** Calls the handler for every change that the filter lets through; returns what ends it. */
  onChanged(filter: ChangeFilter, handler: (event: RecordChanged) => void): () => void {
    return subscribe(this.#changeListeners, { filter, handler });
  }

  /** Calls the listener when changes may have been missed. */
  onResync(listener: () => void): () => void {
    return subscribe(this.#resyncListeners, listener);
  }

  start(): void {
    if (this.#socket) return;
    const opened = this.#connect(() => ({
      accessToken: this.#tokens.current()?.accessToken ?? '',
      ...(this.#since === undefined ? {} : { since: this.#since }),
    }));
    this.#socket = opened;
    this.#enter('connecting');
    opened.on('connect', () => {
      this.#refusals = 0;
      this.#enter('connected');
      if (this.#wasConnected) this.#refetchAfter(this.#since === undefined ? 0 : coverWait);
      this.#wasConnected = true;
    });
    opened.on('disconnect', (reason) => {
      if (opened !== this.#socket) return;
      this.#enter('lost');
      // The client comes back by itself from everything but a close by the server.
      if (reason === 'io server disconnect') this.#comeBack(Math.random() * spread);
    });
    opened.on('connect_error', () => {
      if (opened !== this.#socket) return;
      this.#enter(this.#wasConnected ? 'lost' : 'connecting');
      if (opened.active) return;
      // Refused: perhaps by a server of an earlier release, which takes a token only.
      this.#since = undefined;
      this.#comeBack();
    });
    opened.on('covered', ({ position, whole }) => {
      clearTimeout(this.#uncovered);
      this.#since = position;
      if (!whole) this.#refetchAfter(Math.random() * spread);
    });
    opened.on('changed', (payload) => {
      if (!isRecordChanged(payload) || this.#isRepeated(payload.messageId)) return;
      for (const { filter, handler } of this.#changeListeners) if (matches(filter, payload)) handler(payload);
    });
    opened.on('session-ended', (payload) => {
      this.#tokens.end(sessionEnds.find((reason) => reason === payload.reason) ?? 'expired');
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

  #refetchAfter(milliseconds: number): void {
    clearTimeout(this.#uncovered);
    this.#uncovered = setTimeout(() => this.#resync(), milliseconds);
  }

  #isRepeated(messageId: string | undefined): boolean {
    if (messageId === undefined) return false;
    if (this.#received.has(messageId)) return true;
    this.#received.add(messageId);
    const [oldest] = this.#received;
    if (this.#received.size > mostRemembered && oldest !== undefined) this.#received.delete(oldest);
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
        // A session that is over stops the socket through its owner; an absent network is tried again.
        () => current === this.#socket && this.#comeBack(),
      );
    }, wait);
  }
}

/** WebSocket first; long polling where a proxy lets no WebSocket through. */
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
