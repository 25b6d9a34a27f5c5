import type { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import type { CallClientToServer, JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import type { Logger } from '../../platform/logging/logger.ts';
import { socketHandler } from '../../platform/realtime/socket-handler.ts';
import type { Peer } from '../rooms/peer.ts';
import type { PeerChannel } from '../rooms/peer-channel.ts';
import type { Entered, MediaWish, PeerSession } from '../rooms/room.ts';
import { SocketChannel, type CallSocket } from './socket-channel.ts';

/** A socket that is not in a call for this long is closed: it has no business here. */
const JOIN_DEADLINE_MS = 30_000;

/** How a socket got into a stay, or is about to. */
interface Entry {
  /** The ticket or resume token that it came with. */
  readonly key: string;
  readonly answer: Promise<unknown>;
  readonly channel: SocketChannel;
  peerSession?: PeerSession;
  rebuild?: Promise<JoinAnswer> | undefined;
}

export type Enter<Answer> = (channel: PeerChannel) => Promise<Entered<Answer>>;

/** One call socket: in no call at first, then in one stay at a time. */
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

  /** Handles one event of the browser: payload checked, answered by an acknowledgement, never throwing into the process. */
  handle<Schema extends z.ZodType, Value>(
    event: keyof CallClientToServer,
    schema: Schema,
    handle: (payload: z.output<Schema>) => Promise<Value> | Value,
  ): void {
    const listener: (payload: unknown, ack: unknown) => Promise<void> = socketHandler(schema, this.#log, handle);
    this.#socket.on(event, listener);
  }

  /** True while the socket is in a stay or on its way into one. */
  get engaged(): boolean {
    return this.#entry !== undefined;
  }

  /** Ends the connection; the browser may open another. */
  close(): void {
    this.#socket.disconnect(true);
  }

  /** The stay that this socket is in. @throws AppError `call.not-joined` when it is in none */
  get peerSession(): PeerSession {
    if (!this.#entry?.peerSession) throw new AppError('call.not-joined');
    return this.#entry.peerSession;
  }

  /** The participant whose stay this socket is in. @throws AppError `call.not-joined` when it is in none */
  get peer(): Peer {
    return this.peerSession.peer;
  }

  /**
   * Gets this socket into a stay. The same key (ticket or resume token) once more on the same socket is a retry and gets the first
   * answer.
   * @throws AppError `call.already-joined` for another key while the socket is in a stay
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
   * Gives the stay that this socket is in new transports. Another request while one is under way is a retry and gets its answer.
   * @throws AppError `call.not-joined` when it is in none
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
