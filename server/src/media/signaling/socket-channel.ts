import type { Socket } from 'socket.io';
import type { CallClientToServer, CallServerToClient } from '@yunzhen/shared/calls/call.contract';
import type { CallPush, CallPushPayload, PeerChannel } from '../rooms/peer-channel.ts';

export type CallSocket = Socket<CallClientToServer, CallServerToClient>;

/**
 * The channel of one stay over a call socket. What happens in the room while a join, a resumption or a rebuild is still being answered
 * is held back, so that a browser learns of its own place before it learns what the others do.
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
    // The end of the stay is worth knowing even before its beginning.
    if (this.#held && push !== 'call-closed') this.#held.push(emit);
    else emit();
  }

  hold(): void {
    this.#held ??= [];
  }

  /** The answer has been given: sends what was held back, and nothing is held back any more. */
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
