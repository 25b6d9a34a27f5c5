import type { CallServerToClient } from '@yunzhen/shared/calls/call.contract';

export type CallPush = keyof CallServerToClient;
export type CallPushPayload<Push extends CallPush> = Parameters<CallServerToClient[Push]>[0];

/** The way from a room to one participant's browser. The rooms know nothing of sockets. */
export interface PeerChannel {
  /** False once the browser can't be reached this way any more. */
  readonly open: boolean;
  /** Sends an event; does nothing when the channel is not open. */
  send<Push extends CallPush>(event: Push, payload: CallPushPayload<Push>): void;
  /** An answer that changes what later events mean is on its way: they are held back until it has been given. */
  hold(): void;
  /**
   * The stay is over, or goes on elsewhere: nothing is sent here any more and the browser may not act. The connection is kept where the
   * browser is to come back over it, and closed otherwise.
   */
  release(connection: { keepOpen: boolean }): void;
}
