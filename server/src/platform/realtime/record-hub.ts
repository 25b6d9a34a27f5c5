import type { Server as HttpServer } from 'node:http';
import { Server, type Namespace, type Socket } from 'socket.io';
import type { RecordClientToServer, RecordServerToClient } from '@yunzhen/shared/core/record-socket';
import { recordNamespace } from '@yunzhen/shared/core/record-socket.constants';
import { recordHandshake, renewSession } from '@yunzhen/shared/core/record-socket.schemas';
import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { Clock } from '../clock.ts';
import type { Actor } from '../context.ts';
import { timeouts } from '../config/timeouts.ts';
import type { Outbox, Tx } from '../db/tx.ts';
import { isOwnOrigin } from '../http/own-address.ts';
import { limitEvents } from '../limits/event-rate.ts';
import { KeyedBuckets } from '../limits/keyed-buckets.ts';
import type { Logger } from '../logging/logger.ts';
import type { ClusterBus } from './cluster-bus.ts';
import type { IdentifiedMessage, PageMessage } from './page-message.ts';
import type { Position } from './recent-messages.ts';
import { pageMessagesOf, type PublishedEvent } from './published-event.ts';
import { socketHandler } from './socket-handler.ts';

interface SocketData {
  actor: Actor;
  /** Of the token that let it in. */
  expiresAt: Date;
  expiry: NodeJS.Timeout;
  /** Up to when the page has received everything; null for one that has just been opened. */
  since: Position | null;
}

type RecordSocket = Socket<RecordClientToServer, RecordServerToClient, Record<string, never>, SocketData>;

export interface TokenHolder {
  actor: Actor;
  expiresAt: Date;
}

export interface TokenChecks {
  /** The holder of a good token, by its signature alone; null for any other. */
  read: (accessToken: string) => TokenHolder | null;
  /** True while the holder's session lives. One transaction; rejects when that can’t be found out. */
  isLive: (holder: TokenHolder) => Promise<boolean>;
}

/** More pages than anyone has open; keeps one account from filling the api’s memory. */
const maxSocketsOfAnAccount = 50;

/** Session checks of one account. A page needs one when it connects and one every few minutes; all its pages may come back at once. */
const checkRate = { burst: 2 * maxSocketsOfAnAccount, perSecond: 2 };
/** A socket that has had this many events refused is no page of ours. */
const patience = 100;

/**
 * The record socket: tells signed-in pages that something they may see has changed, whichever process of the api they are connected to.
 * Each socket is bound to one session: it closes when the session ends and when its access token expires without a newer one handed in.
 */
export class RecordHub implements Outbox {
  readonly #server: Server<RecordClientToServer, RecordServerToClient, Record<string, never>, SocketData>;
  readonly #namespace: Namespace<RecordClientToServer, RecordServerToClient, Record<string, never>, SocketData>;
  readonly #tokens: TokenChecks;
  readonly #checks = new KeyedBuckets(checkRate);
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #bus: ClusterBus;
  #presence: (actor: Actor) => void = () => undefined;

  constructor(
    http: HttpServer,
    options: { webOrigin: string; tokens: TokenChecks; bus: ClusterBus; clock: Clock; log: Logger },
  ) {
    this.#bus = options.bus;
    this.#tokens = options.tokens;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#server = new Server(http, {
      serveClient: false,
      // CORS does not cover WebSockets. Programs send no origin, and need a token anyway.
      allowRequest: ({ headers: { origin } }, decide) =>
        decide(null, origin === undefined || isOwnOrigin(origin, options.webOrigin)),
      maxHttpBufferSize: 16_384,
      pingInterval: timeouts['realtime.ping'],
      pingTimeout: timeouts['realtime.pingTimeout'],
    });
    // Only the namespaces of the contract exist; the default one has nothing to say and lets nobody in.
    this.#server.of('/').use((_socket, next) => next(new Error('auth.required')));
    this.#namespace = this.#server.of(recordNamespace);
    this.#namespace.use((socket, next) => {
      this.#admit(socket).then(
        (refusal) => next(refusal ? new Error(refusal) : undefined),
        (error: unknown) => {
          this.#log.error({ err: error }, 'record socket could not be let in');
          next(new Error('service.unavailable'));
        },
      );
    });
    this.#namespace.on('connection', (socket) => this.#welcome(socket));
  }

  /** Joins the other processes. */
  async open(): Promise<void> {
    await this.#bus.open({
      onMessage: (message) => this.#act(message),
      // Pages refetch everything, each after a pause of its own.
      onGap: () => this.#namespace.emit('covered', { position: this.#bus.recent.position, whole: false }),
      onCovered: () => this.#namespace.volatile.emit('covered', { position: this.#bus.recent.position, whole: true }),
      onForgotten: () => this.#presentAgain(),
    });
  }

  async #admit(socket: RecordSocket): Promise<ErrorCode | null> {
    const handshake = recordHandshake.safeParse(socket.handshake.auth);
    const holder = handshake.success ? this.#tokens.read(handshake.data.accessToken) : null;
    if (!holder) return 'auth.required';
    if (!this.#checks.take(holder.actor.accountId, performance.now())) return 'request.rate-limited';
    if (!(await this.#tokens.isLive(holder))) return 'auth.required';
    if (this.#socketsOf(holder.actor.accountId) >= maxSocketsOfAnAccount) return 'request.rate-limited';
    socket.data.actor = holder.actor;
    socket.data.expiresAt = holder.expiresAt;
    socket.data.since = handshake.data?.since ?? null;
    return null;
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
          throw new AppError('auth.required', 'token of another session, or of one that has ended');
        if (socket.connected) this.#expireAt(socket, holder.expiresAt);
        return { expiresAt: holder.expiresAt.toISOString() };
      }),
    );
    socket.on('disconnect', () => {
      clearTimeout(socket.data.expiry);
      if (accountsOf(actor).some((accountId) => !this.isHere(accountId))) this.#presence(actor);
    });
    if (accountsOf(actor).some((accountId) => this.#socketsOf(accountId) === 1)) this.#presence(actor);
    void this.#catchUp(socket);
  }

  /** Sends a page that comes back what its rooms have missed; where that is not known it refetches everything. */
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

  #presentAgain(): void {
    const actors = new Map<string, Actor>();
    for (const { data } of this.#namespace.sockets.values()) actors.set(accountsOf(data.actor).join(' '), data.actor);
    for (const actor of actors.values()) this.#presence(actor);
  }

  /**
   * Hears of everybody who opens their first page at this process or closes the last one, as themselves or for somebody. Set once while
   * the app is put together.
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
   * Publishes, to each event’s audience, changes that no transaction is about. Lost when this process ends before it has stored them;
   * what a transaction changes is published with it (`tx.publish`).
   */
  publish(events: readonly PublishedEvent[]): void {
    this.#say(events.flatMap(pageMessagesOf));
  }

  store(tx: Pick<Tx, 'query'>, messages: readonly IdentifiedMessage[]): Promise<void> {
    return this.#bus.store((sql, values) => tx.query(sql, values), messages);
  }

  /** To the pages of this process at once, without waiting for the others. */
  committed(messages: readonly IdentifiedMessage[]): void {
    for (const message of messages) this.#act(message);
    this.#bus.wake();
  }

  /** True while the database takes what this process writes with each heartbeat. */
  get isBeating(): boolean {
    return this.#bus.isBeating;
  }

  /** Names this start of this process, among those that share a database. */
  get processId(): string {
    return this.#bus.id;
  }

  /** True while the account has a page open at this process. Whether it has one at all is known to the database (`open_page`). */
  isHere(accountId: string): boolean {
    return this.#socketsOf(accountId) > 0;
  }

  #socketsOf(accountId: string): number {
    return this.#namespace.adapter.rooms.get(`account:${accountId}`)?.size ?? 0;
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

  get connections(): number {
    return this.#namespace.sockets.size;
  }

  async close(): Promise<void> {
    this.#presence = () => undefined;
    this.#namespace.disconnectSockets(true);
    // Not the server's own close, which would stop the HTTP server before Fastify knows that it closes.
    this.#server.engine.close();
    await this.#bus.close();
  }
}

/** Who is there with a page of this person: they, and for whom they act. */
export function accountsOf({ accountId, actingFor }: Actor): string[] {
  return actingFor ? [accountId, actingFor.accountId] : [accountId];
}
