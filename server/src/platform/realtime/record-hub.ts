import type { Server as HttpServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Server, type Namespace, type Socket } from 'socket.io';
import type { RecordClientToServer, RecordServerToClient } from '@yunzhen/shared/core/record-socket';
import { recordNamespace } from '@yunzhen/shared/core/record-socket.constants';
import { recordHandshake, renewSession } from '@yunzhen/shared/core/record-socket.schemas';
import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import type { Clock } from '../clock.ts';
import type { Actor } from '../context.ts';
import { timeouts } from '../config/timeouts.ts';
import type { Outbox, Tx } from '../db/tx.ts';
import type { ClientConnections } from '../http/client-connections.ts';
import { isOwnOrigin } from '../http/own-address.ts';
import { limitEvents } from '../limits/event-rate.ts';
import { KeyedBuckets } from '../limits/keyed-buckets.ts';
import { Pace } from '../limits/pace.ts';
import type { Logger } from '../logging/logger.ts';
import type { BusHealth, ClusterBus } from './cluster-bus.ts';
import type { EngineConnection } from './engine-connection.ts';
import type { IdentifiedMessage, PageMessage } from './page-message.ts';
import type { Position } from './recent-messages.ts';
import { pageMessagesOf, type PublishedEvent } from './published-event.ts';
import { LimitedWebSocketServer } from './limited-websocket.ts';
import { limitPolling, limitSockets } from './socket-floods.ts';
import { socketHandler } from './socket-handler.ts';

interface SocketData {
  actor: Actor;
  /** Expiry of the access token. */
  expiresAt: Date;
  expiry: NodeJS.Timeout;
  /** The position up to which the page received everything; null for a new page. */
  since: Position | null;
}

type RecordSocket = Socket<RecordClientToServer, RecordServerToClient, Record<string, never>, SocketData>;

export interface TokenHolder {
  actor: Actor;
  expiresAt: Date;
}

export interface TokenChecks {
  /** Returns the holder of a valid token, from its signature only; null for any other. */
  read: (accessToken: string) => TokenHolder | null;
  /** Returns whether the holder's session is live. One transaction; rejects when that cannot be determined. */
  isLive: (holder: TokenHolder) => Promise<boolean>;
}

/** More pages than anyone has open; keeps one account from filling the api’s memory. */
const maxSocketsOfAnAccount = 50;

/** Session checks of one account. A page needs one when it connects and one every few minutes; all pages may reconnect at once. */
const checkRate = { burst: 2 * maxSocketsOfAnAccount, perSecond: 2 };
/** Pages that connect or must refetch everything in a second, over all processes: after a failure all pages come back at once. */
const pagesPerSecond = 200;
/** Between groups of pages that get the position. */
const coverPauseMs = 50;
/** Longer than all pages of a process wait for their turns. A connection that proves no session has `realtime.admit` instead. */
const longestAdmission = HOUR_MS;
/** The room of pages that missed changes and were not told yet to refetch. */
const behind = 'behind';
/** A socket with this many rejected events is not one of our pages. */
const patience = 100;
/** A page sends a token of about 1 kB at its start and every few minutes, and else a few bytes every ten seconds. */
const pace = { packets: { burst: 300, perSecond: 10 }, bytes: { burst: 64_000, perSecond: 4_000 } };

/**
 * The record socket: notifies signed-in pages that data which they may see has changed, whichever api process they are connected to. Each socket
 * belongs to one session: it closes when the session ends, or when its access token expires without a newer one.
 */
export class RecordHub implements Outbox {
  readonly #server: Server<RecordClientToServer, RecordServerToClient, Record<string, never>, SocketData>;
  readonly #namespace: Namespace<RecordClientToServer, RecordServerToClient, Record<string, never>, SocketData>;
  readonly #tokens: TokenChecks;
  readonly #checks = new KeyedBuckets(checkRate);
  readonly #pace = new Pace();
  /** What to call when a connection proves a session. */
  readonly #waiting = new WeakMap<object, () => void>();
  /** Closes a connection that has no session. */
  readonly #deadlines = new WeakMap<object, NodeJS.Timeout>();
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #bus: ClusterBus;
  #presence: (actor: Actor) => void = () => undefined;

  constructor(
    http: HttpServer,
    options: {
      webOrigin: string;
      connections: ClientConnections;
      tokens: TokenChecks;
      bus: ClusterBus;
      clock: Clock;
      log: Logger;
    },
  ) {
    this.#bus = options.bus;
    this.#tokens = options.tokens;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#server = new Server(http, {
      serveClient: false,
      wsEngine: LimitedWebSocketServer,
      // CORS does not cover WebSockets. Programs send no origin, and need a token anyway.
      allowRequest: (request, decide) => {
        const { origin } = request.headers;
        const isPage = origin === undefined || isOwnOrigin(origin, options.webOrigin);
        decide(null, isPage && options.connections.allowsSocket(request));
      },
      maxHttpBufferSize: 16_384,
      pingInterval: timeouts['realtime.ping'],
      pingTimeout: timeouts['realtime.pingTimeout'],
      connectTimeout: longestAdmission,
    });
    this.#server.engine.on('connection', (connection: EngineConnection) => {
      const release = options.connections.holdSocket(connection.request);
      if (!release) return connection.close(true);
      const stopWaiting = options.connections.wait(connection.request, () => connection.close(true));
      this.#waiting.set(connection, stopWaiting);
      this.#expectSession(connection);
      connection.once('close', () => {
        release();
        stopWaiting();
        this.#stopExpecting(connection);
      });
    });
    limitSockets(http, this.#server.engine, pace);
    limitPolling(http, this.#server.path(), (request) => options.connections.allowsPoll(request));
    // Only the contract’s namespaces exist; the default one rejects everyone.
    this.#server.of('/').use((_socket, next) => next(new Error('auth.required')));
    this.#namespace = this.#server.of(recordNamespace);
    this.#namespace.use((socket, next) => {
      const refuse = (code: ErrorCode) => {
        this.#expectSession(socket.conn);
        next(new Error(code));
      };
      this.#admit(socket).then(
        (refusal) => (refusal ? refuse(refusal) : next()),
        (error: unknown) => {
          this.#log.error({ err: error }, 'record socket could not be admitted');
          refuse('service.unavailable');
        },
      );
    });
    this.#namespace.on('connection', (socket) => this.#welcome(socket));
  }

  /** Joins the bus of the api processes. */
  async open(): Promise<void> {
    await this.#bus.open({
      onMessage: (message) => this.#act(message),
      onGap: () => void this.#refetchAll(),
      onCovered: () => void this.#cover(),
      onForgotten: () => this.#presentAgain(),
    });
  }

  async #admit(socket: RecordSocket): Promise<ErrorCode | null> {
    const handshake = recordHandshake.safeParse(socket.handshake.auth);
    const holder = handshake.success ? this.#tokens.read(handshake.data.accessToken) : null;
    if (!holder) return 'auth.required';
    if (!this.#checks.take(holder.actor.accountId, performance.now())) return 'request.rate-limited';
    this.#waiting.get(socket.conn)?.();
    this.#stopExpecting(socket.conn);
    if (!(await this.#turn(() => socket.conn.readyState === 'open'))) return 'service.unavailable';
    if (!(await this.#tokens.isLive(holder))) return 'auth.required';
    if (this.#socketsOf(holder.actor.accountId) >= maxSocketsOfAnAccount) return 'request.rate-limited';
    socket.data.actor = holder.actor;
    socket.data.expiresAt = holder.expiresAt;
    socket.data.since = handshake.data?.since ?? null;
    return null;
  }

  /** Closes a connection that proves no session in time; further attempts give it no more time. */
  #expectSession(connection: Pick<EngineConnection, 'close'>): void {
    if (this.#deadlines.has(connection)) return;
    this.#deadlines.set(connection, setTimeout(() => connection.close(true), timeouts['realtime.admit']).unref());
  }

  #stopExpecting(connection: object): void {
    clearTimeout(this.#deadlines.get(connection));
    this.#deadlines.delete(connection);
  }

  /** Returns false for a page that has gone when its turn comes; the turn is then the next one's. */
  #turn(isOpen: () => boolean): Promise<boolean> {
    return this.#pace.turn((1_000 / pagesPerSecond) * this.#bus.processes, isOpen);
  }

  /** Pages of earlier releases add a pause of up to two seconds. */
  async #refetchAll(): Promise<void> {
    const sockets = [...this.#namespace.sockets.values()];
    for (const socket of sockets) void socket.join(behind);
    for (const socket of sockets) {
      if (!(await this.#turn(() => socket.connected))) continue;
      void socket.leave(behind);
      socket.emit('covered', { position: this.#bus.recent.position, whole: false });
    }
  }

  /**
   * Sends the pages the position, spread over a heartbeat: thousands at once would delay changes. Of pages that missed changes it stays before these:
   * one that reconnects before its turn refetches too.
   */
  async #cover(): Promise<void> {
    const ids = [...this.#namespace.sockets.keys()];
    const atOnce = Math.ceil((ids.length * coverPauseMs) / timeouts['processes.heartbeat']);
    for (let from = 0; from < ids.length; from += atOnce) {
      const pages = this.#namespace.to(ids.slice(from, from + atOnce)).except(behind);
      pages.volatile.emit('covered', { position: this.#bus.recent.position, whole: true });
      await delay(coverPauseMs, undefined, { ref: false });
    }
  }

  #welcome(socket: RecordSocket): void {
    const { actor } = socket.data;
    void socket.join([
      `account:${actor.accountId}`,
      `session:${actor.sessionId}`,
      ...(actor.actingFor ? [`account:${actor.actingFor.accountId}`] : []),
      ...actor.roles.map((role) => `role:${actor.hospitalId}:${role}`),
    ]);
    this.#expireAt(socket, socket.data.expiresAt);
    limitEvents(socket, {
      allows: () => this.#checks.take(actor.accountId, performance.now()),
      patience,
      log: this.#log,
    });
    socket.on(
      'renew',
      socketHandler(renewSession, this.#log, async ({ accessToken }) => {
        const holder = this.#tokens.read(accessToken);
        if (holder?.actor.sessionId !== actor.sessionId || !(await this.#tokens.isLive(holder)))
          throw new AppError('auth.required', 'session token belongs to another or an ended session');
        if (socket.connected) this.#expireAt(socket, holder.expiresAt);
        return { expiresAt: holder.expiresAt.toISOString() };
      }),
    );
    socket.on('disconnect', () => {
      clearTimeout(socket.data.expiry);
      // Nothing else uses it, and without a session it would stay open beyond every limit of the account.
      socket.conn.close();
      if (accountsOf(actor).some((accountId) => !this.isHere(accountId))) this.#presence(actor);
    });
    if (accountsOf(actor).some((accountId) => this.#socketsOf(accountId) === 1)) this.#presence(actor);
    void this.#catchUp(socket);
  }

  /** Sends a reconnecting page what its rooms have missed; if that is unknown, the page refetches everything. */
  async #catchUp(socket: RecordSocket): Promise<void> {
    const { recent } = this.#bus;
    const { since } = socket.data;
    if (since === null) return void socket.emit('covered', { position: recent.position, whole: true });
    const known = await this.#bus.read().then(
      () => true,
      () => false,
    );
    const missed = known ? recent.since(since, socket.rooms) : null;
    for (const { id: messageId, change } of missed ?? []) socket.emit('changed', { ...change, messageId });
    socket.emit('covered', { position: recent.position, whole: missed !== null });
  }

  /** The position up to which this process has published every change. */
  get position(): Position {
    return this.#bus.recent.position;
  }

  #presentAgain(): void {
    const actors = new Map<string, Actor>();
    for (const { data } of this.#namespace.sockets.values()) actors.set(accountsOf(data.actor).join(' '), data.actor);
    for (const actor of actors.values()) this.#presence(actor);
  }

  /**
   * Sets the listener for accounts that open their first page at this process or close the last one, as themselves or for a dependant. Call it once
   * at start-up.
   */
  onPresence(listener: (actor: Actor) => void): void {
    this.#presence = listener;
  }

  #expireAt(socket: RecordSocket, expiresAt: Date): void {
    clearTimeout(socket.data.expiry);
    socket.data.expiry = setTimeout(
      () => {
        socket.emit('session-ended', { reason: 'expired' });
        socket.disconnect(true);
      },
      Math.max(0, expiresAt.getTime() - this.#clock.now().getTime()),
    );
    socket.data.expiry.unref();
  }

  /**
   * Publishes changes outside a transaction to each event’s audience. They are lost if this process ends before storing them; changes of a
   * transaction are published with it (`tx.publish`).
   */
  publish(events: readonly PublishedEvent[]): void {
    this.#say(events.flatMap(pageMessagesOf));
  }

  store(tx: Pick<Tx, 'query'>, messages: readonly IdentifiedMessage[]): Promise<void> {
    return this.#bus.store((sql, values) => tx.query(sql, values), messages);
  }

  /** Sends messages to this process’s pages at once, without waiting for the others. */
  committed(messages: readonly IdentifiedMessage[]): void {
    for (const message of messages) this.#act(message);
    this.#bus.send(messages);
  }

  /** True while the database accepts the heartbeats of this process. */
  get isBeating(): boolean {
    return this.#bus.isBeating;
  }

  /** True while another running process has a reliable clock. False while that is unknown. */
  get otherHasTime(): boolean {
    return this.#bus.otherHasTime;
  }

  /** Identifies this start of this process among those that share a database. */
  get processId(): string {
    return this.#bus.id;
  }

  /** True while the account has a page open at this process. The database knows whether it has one anywhere (`open_page`). */
  isHere(accountId: string): boolean {
    return this.#socketsOf(accountId) > 0;
  }

  #socketsOf(accountId: string): number {
    return this.#namespace.adapter.rooms.get(`account:${accountId}`)?.size ?? 0;
  }

  /** Closes the sockets of a hospital’s pages at this process. They connect again, and learn why. */
  endHospital(hospitalId: string): void {
    for (const socket of this.#namespace.sockets.values())
      if (socket.data.actor.hospitalId === hospitalId) socket.disconnect(true);
  }

  /** Closes every socket of an ended session; `tx.publish` does so with the transaction that ends it. */
  endSession(sessionId: string, reason: 'signed-out' | 'reused'): void {
    this.#say([{ kind: 'session-ended', sessionId, reason }]);
  }

  #say(messages: readonly PageMessage[]): void {
    for (const message of this.#bus.publish(messages)) this.#act(message);
  }

  #act({ id: messageId, message }: IdentifiedMessage): void {
    if (message.kind === 'changed') this.#namespace.to(message.rooms).emit('changed', { ...message.change, messageId });
    else if (message.kind === 'session-ended') {
      const room = this.#namespace.to(`session:${message.sessionId}`);
      room.emit('session-ended', { reason: message.reason });
      room.disconnectSockets(true);
    } else this.#namespace.to(`session:${message.sessionId}`).disconnectSockets(true);
  }

  /** How the bus to the other processes is doing. */
  get busHealth(): BusHealth {
    return this.#bus.health;
  }

  get connections(): number {
    return this.#namespace.sockets.size;
  }

  async close(): Promise<void> {
    this.#presence = () => undefined;
    // The transport is closed, not the session: pages reconnect elsewhere with their tokens, without renewing them first.
    // Not the server's own close, which would stop the HTTP server before Fastify knows that it is closing.
    this.#server.engine.close();
    await this.#bus.close();
  }
}

/** Returns the accounts present with a page of this person: their own, and that of the dependant for whom they act. */
export function accountsOf({ accountId, actingFor }: Actor): string[] {
  return actingFor ? [accountId, actingFor.accountId] : [accountId];
}
