import type { CallParticipant } from '@yunzhen/shared/contract/call';
import type { CallState, StopReason } from '../../lib/rtc/index.ts';

/**
 * What the stage shows. `waiting`: one is in, the other is not. `reconnecting`: one’s own connection is being brought back.
 * `away`: the other’s is.
 */
export type CallFace = 'joining' | 'waiting' | 'live' | 'reconnecting' | 'away' | StopReason;

export interface Scene {
  readonly state: CallState;
  readonly other: CallParticipant | undefined;
  /** Nothing new has arrived for a while although the other sends. */
  readonly stalled: boolean;
}

/** The face of the call. A connection that is renewed while picture and sound go on does not show. */
export function faceOf({ state, other, stalled }: Scene): CallFace {
  if (state.phase === 'stopped') return state.stopReason ?? 'ended';
  if (state.phase === 'idle' || state.phase === 'joining') return 'joining';
  if (state.phase === 'reconnecting' && (!state.mediaUp || stalled)) return 'reconnecting';
  if (!other) return 'waiting';
  const sends = other.sources.length > 0 && !stalled;
  return other.connected || sends ? 'live' : 'away';
}
