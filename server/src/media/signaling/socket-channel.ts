import type { Socket } from 'socket.io';
import type { CallClientToServer, CallServerToClient } from '@yunzhen/shared/calls/call.contract';
import type { CallPush, CallPushPayload, PeerChannel } from '../rooms/peer-channel.ts';

export type CallSocket = Socket<CallClientToServer, CallServerToClient>;

/**
 * The channel of one peer over a call socket. Events during a join, resume or rebuild are held back until the answer, so that a browser gets its own
 * state before the others' changes.
 */
export class SocketChannel implements PeerChannel {
  readonly #socket: CallSocket;
  readonly #onRelease: (connection: { keepOpen: boolean }) => void;
  #held: (() => void)[] | undefined = [];
  #released = false;

  constructor(socket: CallSocket, onRelease: (connection: { keepOpen: boolean }) => void) {
    this.#socket = socket;
    this.#onRelease = onRelease;
  }

  get open(): boolean {
    return !this.#released && this.#socket.connected;
  }

  send<Push extends CallPush>(push: Push, payload: CallPushPayload<Push>): void {
    if (!this.open) return;
    const emit = () => this.#socket.emit(push, ...([payload] as Parameters<CallServerToClient[Push]>));
    // The end of the call is sent even before the answer.
    if (this.#held && push !== 'call-closed') this.#held.push(emit);
    else emit();
  }

  hold(): void {
    this.#held ??= [];
  }

  /** Sends the events held back, after the answer; from then on events are sent at once. */
  openFully(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    if (this.open) for (const emit of held) emit();
  }

  release(connection: { keepOpen: boolean }): void {
    if (this.#released) return;
    this.#released = true;
    this.#onRelease(connection);
  }
}
