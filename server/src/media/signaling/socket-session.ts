import type { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import type { CallClientToServer, JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import type { Logger } from '../../platform/logging/logger.ts';
import { socketHandler } from '../../platform/realtime/socket-handler.ts';
import { inSpan } from '../../platform/tracing/tracing.ts';
import type { Peer } from '../rooms/peer.ts';
import type { PeerChannel } from '../rooms/peer-channel.ts';
import type { Entered, MediaWish, PeerSession } from '../rooms/room.ts';
import { SocketChannel, type CallSocket } from './socket-channel.ts';

/** A socket that is in no call for this long is closed. */
const JOIN_DEADLINE_MS = 30_000;

/** How a socket entered a call, or is about to. */
interface Entry {
  /** The ticket or resume token that it used. */
  readonly key: string;
  readonly answer: Promise<unknown>;
  readonly channel: SocketChannel;
  peerSession?: PeerSession;
  rebuild?: Promise<JoinAnswer> | undefined;
}

export type Enter<Answer> = (channel: PeerChannel) => Promise<Entered<Answer>>;

/** One call socket: first in no call, then with one peer at a time. */
export class SocketSession {
  readonly #socket: CallSocket;
  readonly #log: Logger;
  #entry: Entry | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor(socket: CallSocket, log: Logger) {
    this.#socket = socket;
    this.#log = log.child({ socketId: socket.id });
    this.#startDeadline();
    socket.on('disconnect', () => {
      clearTimeout(this.#deadline);
      if (this.#entry) this.#entry.peerSession?.peer.handleDisconnect(this.#entry.channel);
    });
  }

  /** Handles one event of the browser: validates the payload, acknowledges, and never throws into the process. */
  handle<Schema extends z.ZodType, Value>(
    event: keyof CallClientToServer,
    schema: Schema,
    handle: (payload: z.output<Schema>) => Promise<Value> | Value,
  ): void {
    const listener: (payload: unknown, ack: unknown) => Promise<void> = socketHandler(schema, this.#log, (input) =>
      inSpan(`call ${event}`, { kind: 'consumer' }, async () => handle(input)),
    );
    this.#socket.on(event, listener);
  }

  /** True while the socket is in a call or joining one. */
  get engaged(): boolean {
    return this.#entry !== undefined;
  }

  /** Closes the connection; the browser may open another. */
  close(): void {
    this.#socket.disconnect(true);
  }

  /** The peer session of this socket. @throws AppError `call.not-joined` when it has none */
  get peerSession(): PeerSession {
    if (!this.#entry?.peerSession) throw new AppError('call.not-joined');
    return this.#entry.peerSession;
  }

  /** The peer of this socket. @throws AppError `call.not-joined` when it has none */
  get peer(): Peer {
    return this.peerSession.peer;
  }

  /**
   * Enters a call. The same key (ticket or resume token) on the same socket is a retry and returns the first answer.
   * @throws AppError `call.already-joined` for another key while the socket is in a call
   */
  enter<Answer>(key: string, enter: Enter<Answer>): Promise<Answer> {
    if (this.#entry?.key === key) return this.#entry.answer as Promise<Answer>;
    if (this.#entry) throw new AppError('call.already-joined');
    clearTimeout(this.#deadline);
    const channel = new SocketChannel(this.#socket, ({ keepOpen }) => this.#end(entry, keepOpen));
    const answer = this.#settle(() => entry, enter(channel));
    const entry: Entry = { key, answer, channel };
    this.#entry = entry;
    answer.catch(() => this.#end(entry, true));
    return answer;
  }

  /**
   * Gives this socket's peer new transports. A request during a running one is a retry and returns its answer.
   * @throws AppError `call.not-joined` without a peer
   */
  rebuild(wish: MediaWish): Promise<JoinAnswer> {
    const entry = this.#entry;
    if (!entry?.peerSession) throw new AppError('call.not-joined');
    const { peerSession, channel } = entry;
    entry.rebuild ??= peerSession.room.rebuild(peerSession, wish).finally(() => {
      entry.rebuild = undefined;
      setImmediate(() => channel.openFully());
    });
    return entry.rebuild;
  }

  async #settle<Answer>(entry: () => Entry, entering: Promise<Entered<Answer>>): Promise<Answer> {
    const { peerSession, answer } = await entering;
    const { channel } = entry();
    entry().peerSession = peerSession;
    if (!this.#socket.connected) peerSession.peer.handleDisconnect(channel);
    // By the next turn of the event loop the acknowledgement has been written.
    setImmediate(() => channel.openFully());
    return answer;
  }

  #end(entry: Entry, keepOpen: boolean): void {
    if (this.#entry === entry) this.#entry = undefined;
    if (!keepOpen) this.#socket.disconnect(true);
    else if (this.#socket.connected && !this.#entry) this.#startDeadline();
  }

  #startDeadline(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#socket.disconnect(true), JOIN_DEADLINE_MS).unref();
  }
}
