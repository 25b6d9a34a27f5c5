import type { z } from 'zod';
import { AppError } from '@yunzhen/shared/errors';
import type { CallClientToServer, JoinAnswer } from '@yunzhen/shared/contract/call';
import type { Logger } from '../../platform/logging/logger.ts';
import { socketHandler } from '../../platform/realtime/socket-handler.ts';
import type { Peer } from '../rooms/peer.ts';
import type { PeerChannel } from '../rooms/peer-channel.ts';
import type { Admitted } from '../rooms/room.ts';
import { SocketChannel, type CallSocket } from './socket-channel.ts';

/** A socket that is not in a call for this long is closed: it has no business here. */
const JOIN_DEADLINE_MS = 30_000;

interface Stay {
  readonly ticket: string;
  readonly answer: Promise<JoinAnswer>;
  peer?: Peer;
}

export type Admit = (channel: PeerChannel) => Promise<Admitted>;

/** One call socket: in no call at first, then in one stay at a time. */
export class CallSession {
  readonly #socket: CallSocket;
  readonly #log: Logger;
  #stay: Stay | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor(socket: CallSocket, log: Logger) {
    this.#socket = socket;
    this.#log = log.child({ socketId: socket.id });
    this.#startDeadline();
    socket.on('disconnect', () => {
      clearTimeout(this.#deadline);
      this.#stay?.peer?.handleDisconnect();
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

  /** The stay that this socket is in. @throws AppError `call.not-joined` when it is in none */
  get peer(): Peer {
    if (!this.#stay?.peer) throw new AppError('call.not-joined');
    return this.#stay.peer;
  }

  /**
   * Starts a stay. The same ticket once more on the same socket is a retry and gets the first answer.
   * @throws AppError `call.already-joined` for another ticket while the socket is in a stay
   */
  join(ticket: string, admit: Admit): Promise<JoinAnswer> {
    if (this.#stay?.ticket === ticket) return this.#stay.answer;
    if (this.#stay) throw new AppError('call.already-joined');
    clearTimeout(this.#deadline);
    const channel = new SocketChannel(this.#socket, ({ keepOpen }) => this.#end(stay, keepOpen));
    const stay: Stay = { ticket, answer: this.#settle(() => stay, channel, admit) };
    this.#stay = stay;
    stay.answer.catch(() => this.#end(stay, true));
    return stay.answer;
  }

  async #settle(stay: () => Stay, channel: SocketChannel, admit: Admit): Promise<JoinAnswer> {
    const { peer, answer } = await admit(channel);
    stay().peer = peer;
    if (!this.#socket.connected) peer.handleDisconnect();
    // By the next turn of the event loop the acknowledgement has been written.
    setImmediate(() => channel.openFully());
    return answer;
  }

  #end(stay: Stay, keepOpen: boolean): void {
    if (this.#stay === stay) this.#stay = undefined;
    if (!keepOpen) this.#socket.disconnect(true);
    else if (this.#socket.connected && !this.#stay) this.#startDeadline();
  }

  #startDeadline(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#socket.disconnect(true), JOIN_DEADLINE_MS).unref();
  }
}
