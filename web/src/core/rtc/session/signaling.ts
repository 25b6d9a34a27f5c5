import type { CallServerToClient } from '@yunzhen/shared/calls/call.contract';
import { CallError } from './call-failure.ts';
import { Emitter } from './emitter.ts';
import type { LinkListener, RequestNode, SocketLink } from './socket-link.ts';

type SignalingEvents = { [Event in keyof CallServerToClient]: Parameters<CallServerToClient[Event]> } & {
  /** The connection was lost, not closed by this page. */
  lost: [];
};

/** Signalling of one stay. Another socket may replace a lost one without senders or listeners noticing. */
export class Signaling extends Emitter<SignalingEvents> {
  #link: SocketLink;
  #closed = false;

  constructor(link: SocketLink) {
    super();
    this.#link = link;
    this.#listen(link);
  }

  get up(): boolean {
    return !this.#closed && this.#link.up;
  }

  /** Resolves when the socket is open; rejects with `unreachable` when it fails or takes too long. */
  opened(deadlineMs?: number): Promise<void> {
    return this.#link.opened(deadlineMs);
  }

  /** Sends one request over the present socket; rejects with the code of a rejection or `unreachable`. */
  readonly request: RequestNode = (event, payload, deadlineMs) => {
    if (this.#closed) return Promise.reject(new CallError('unreachable', `${event}: the signalling is closed`));
    return this.#link.request(event, payload, deadlineMs);
  };

  /** Continues over another socket. Messages of the earlier one are ignored. */
  moveTo(link: SocketLink): void {
    this.#link.close();
    this.#link = link;
    this.#listen(link);
  }

  /** Drops the present socket, which no longer answers, without a `lost` event. */
  drop(): void {
    this.#link.close();
  }

  /** Closes without a `lost` event; pending requests reject with `unreachable`. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.removeAllListeners();
    this.#link.close();
  }

  #listen(link: SocketLink): void {
    const current = () => this.#link === link && !this.#closed;
    const listener: LinkListener = {
      push: (event, ...args) => {
        if (current()) this.emit(event, ...(args as unknown as SignalingEvents[typeof event]));
      },
      lost: () => {
        if (current()) this.emit('lost');
      },
    };
    link.takeOver(listener);
  }
}
