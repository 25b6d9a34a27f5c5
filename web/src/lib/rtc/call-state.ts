import type { CallFailure } from './call-failure.ts';
import type { StopReason } from './reconnect-policy.ts';

/**
 * Where the call is. `joining`: on the way in for the first time. `live`: joined, packets pass. `reconnecting`: something
 * was lost and is being brought back. `stopped`: over for this page until somebody asks to join again.
 */
export type CallPhase = 'idle' | 'joining' | 'live' | 'reconnecting' | 'stopped';

export interface CallState {
  readonly phase: CallPhase;
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
}

export const idleState: CallState = {
  phase: 'idle',
  mediaUp: false,
  generation: 0,
  attempts: 0,
  failure: null,
  stopReason: null,
};
