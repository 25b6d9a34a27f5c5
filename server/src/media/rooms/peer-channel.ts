import type { CallServerToClient } from '@yunzhen/shared/calls/call.contract';

export type CallPush = keyof CallServerToClient;
export type CallPushPayload<Push extends CallPush> = Parameters<CallServerToClient[Push]>[0];

/** The channel from a room to one participant's browser. Rooms do not use sockets directly. */
export interface PeerChannel {
  /** False once the browser is unreachable on this channel. */
  readonly open: boolean;
  /** Sends an event; does nothing when the channel is not open. */
  send<Push extends CallPush>(event: Push, payload: CallPushPayload<Push>): void;
  /** Holds events back until the pending answer is sent, because the answer changes their meaning. */
  hold(): void;
  /**
   * Ends the use of this channel: the peer has closed or moved to another channel. Nothing more is sent, and the browser may not act. Keeps the
   * connection open when the browser should return over it.
   */
  release(connection: { keepOpen: boolean }): void;
}
