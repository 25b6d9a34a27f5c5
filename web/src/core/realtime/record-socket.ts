import {
  isRecordChanged,
  recordNamespace,
  sessionEnds,
  type RecordChanged,
  type RecordClientToServer,
  type RecordServerToClient,
} from '@yunzhen/shared/core/record-socket';
import { io, type Socket } from 'socket.io-client';
import type { SessionTokens } from '../api/session-tokens.ts';
import { timeouts } from '../timeouts.ts';

/** `idle`: nobody is signed in. `lost`: was connected, is trying to come back. */
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'lost';

export interface ChangeFilter {
  entity?: RecordChanged['entity'] | readonly RecordChanged['entity'][];
  id?: string;
  visitId?: string;
}

type RecordSocketClient = Socket<RecordServerToClient, RecordClientToServer>;

/** Wait before coming back after the server itself has closed or refused, in milliseconds; jittered, capped. */
const firstWait = 500;
const longestWait = 5_000;

/**
 * The socket that says what changed. It renews its session, comes back for ever, and after each return asks its
 * listeners to look at everything again, because what happened in between was missed.
 */
export function createRecordSocket(
  tokens: Pick<SessionTokens, 'current' | 'renew' | 'onGrant' | 'end'>,
  connect = open,
) {
  const changeListeners = new Set<{ filter: ChangeFilter; handler: (event: RecordChanged) => void }>();
  const resyncListeners = new Set<() => void>();
  const stateListeners = new Set<(state: ConnectionState) => void>();
  let state: ConnectionState = 'idle';
  let socket: RecordSocketClient | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setInterval> | undefined;
  let refusals = 0;
  let wasConnected = false;

  tokens.onGrant((grant) => {
    if (socket?.connected) socket.emit('renew', { accessToken: grant.accessToken }, () => undefined);
  });

  function enter(next: ConnectionState) {
    if (state === next) return;
    state = next;
    clearInterval(looking);
    if (next === 'connecting') looking = setInterval(resync, timeouts['realtime.refetch']);
    for (const listener of stateListeners) listener(next);
  }

  function resync() {
    for (const listener of resyncListeners) listener();
  }

  function comeBack() {
    const current = socket;
    if (!current) return;
    const wait = Math.min(firstWait * 2 ** refusals++, longestWait) * (0.5 + Math.random() / 2);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const token = tokens.current()?.accessToken ?? null;
      tokens.renew(token).then(
        () => current === socket && current.connect(),
        // A session that is over stops the socket through its owner; an absent network is tried again.
        () => current === socket && comeBack(),
      );
    }, wait);
  }

  function start() {
    if (socket) return;
    const opened = connect(() => tokens.current()?.accessToken ?? '');
    socket = opened;
    enter('connecting');
    opened.on('connect', () => {
      refusals = 0;
      enter('connected');
      if (wasConnected) resync();
      wasConnected = true;
    });
    opened.on('disconnect', (reason) => {
      if (opened !== socket) return;
      enter('lost');
      // The client comes back by itself from everything but a close by the server.
      if (reason === 'io server disconnect') comeBack();
    });
    opened.on('connect_error', () => {
      if (opened !== socket) return;
      enter(wasConnected ? 'lost' : 'connecting');
      if (!opened.active) comeBack();
    });
    opened.on('changed', (payload) => {
      if (!isRecordChanged(payload)) return;
      for (const { filter, handler } of changeListeners) if (matches(filter, payload)) handler(payload);
    });
    opened.on('session-ended', (payload) => {
      tokens.end(sessionEnds.find((reason) => reason === payload.reason) ?? 'expired');
    });
    opened.connect();
  }

  function stop() {
    clearTimeout(timer);
    const closing = socket;
    socket = null;
    wasConnected = false;
    refusals = 0;
    closing?.disconnect();
    enter('idle');
  }

  return {
    start,
    stop,
    state: () => state,
    onState: (listener: (state: ConnectionState) => void) => subscribe(stateListeners, listener),
    /** Calls the handler for every change that the filter lets through; returns what ends it. */
    onChanged: (filter: ChangeFilter, handler: (event: RecordChanged) => void) =>
      subscribe(changeListeners, { filter, handler }),
    /** Calls the listener when changes may have been missed. */
    onResync: (listener: () => void) => subscribe(resyncListeners, listener),
  };
}

/** WebSocket first; long polling where a proxy lets no WebSocket through. */
function open(token: () => string): RecordSocketClient {
  return io(`${location.origin}${recordNamespace}`, {
    autoConnect: false,
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    auth: (send) => send({ accessToken: token() }),
    reconnectionDelay: firstWait,
    reconnectionDelayMax: longestWait,
  });
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function matches(filter: ChangeFilter, event: RecordChanged): boolean {
  const { entity, id, visitId } = filter;
  if (entity !== undefined && !(typeof entity === 'string' ? entity === event.entity : entity.includes(event.entity))) {
    return false;
  }
  return (id === undefined || id === event.id) && (visitId === undefined || visitId === event.visitId);
}
