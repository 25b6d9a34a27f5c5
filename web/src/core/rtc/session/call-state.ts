import type { CallTicket, RoomPhase } from '@yunzhen/shared/calls/call.contract';
import type { CallFailure } from './call-failure.ts';
import type { StopReason } from './reconnect-policy.ts';

/**
 * Where the call is. `joining`: on the way in for the first time. `prepared`: in, everything is connected, and nobody sees or
 * hears anybody until the patient is admitted. `live`: joined, packets pass. `reconnecting`: something was lost and is being
 * brought back. `stopped`: over for this page until somebody asks to join again.
 */
export type CallPhase = 'idle' | 'joining' | 'prepared' | 'live' | 'reconnecting' | 'stopped';

/** What of the call passes: after several losses in a short time sound alone, until the line has been steady for a while. */
export type Carried = 'all' | 'audio-only';

export interface CallState {
  readonly phase: CallPhase;
  /** As the node last told; null before the first join. */
  readonly roomPhase: RoomPhase | null;
  readonly carried: Carried;
  /** Picture and sound still pass; while reconnecting this means that only the signalling is being renewed. */
  readonly mediaUp: boolean;
  /** Grows with each rejoin of this participant on the node; 0 before the first join. */
  readonly generation: number;
  /** Attempts to come in since the call was last whole. */
  readonly attempts: number;
  /** What the last attempt met; null while nothing has failed. */
  readonly failure: CallFailure | null;
  /** Set in phase `stopped`. */
  readonly stopReason: StopReason | null;
  /** Whom to phone when no call can be had, from the last ticket; null where the hospital gives no number. */
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
