import type { CallTicket, RoomPhase } from '@yunzhen/shared/calls/call.contract';
import type { CallFailure } from './call-failure.ts';
import type { StopReason } from './reconnect-policy.ts';

/**
 * Phase of the call. `joining`: for the first time. `prepared`: joined and connected, but nothing is shown or heard until the patient is admitted.
 * `live`: joined, packets pass.
 * `reconnecting`: a loss is being restored. `stopped`: over for this page until the user joins again.
 */
export type CallPhase = 'idle' | 'joining' | 'prepared' | 'live' | 'reconnecting' | 'stopped';

/** What the call carries: after several losses in a short time only sound, until the connection has been steady for a while. */
export type Carried = 'all' | 'audio-only';

export interface CallState {
  readonly phase: CallPhase;
  /** Last phase that the node sent; null before the first join. */
  readonly roomPhase: RoomPhase | null;
  readonly carried: Carried;
  /** Picture and sound still pass; while reconnecting this means that only the signalling is being restored. */
  readonly mediaUp: boolean;
  /** Increases with each rejoin of this participant on the node; 0 before the first join. */
  readonly generation: number;
  /** Attempts to join since the call was last fully connected. */
  readonly attempts: number;
  /** Failure of the last attempt; null while nothing has failed. */
  readonly failure: CallFailure | null;
  /** Set in phase `stopped`. */
  readonly stopReason: StopReason | null;
  /** Phone number of the last ticket for when no call is possible; null where the hospital gives none. */
  readonly phone: CallTicket['phone'];
}

export const idleState: CallState = {
  phase: 'idle',
  roomPhase: null,
  carried: 'all',
  mediaUp: false,
  generation: 0,
  attempts: 0,
  failure: null,
  stopReason: null,
  phone: null,
};
