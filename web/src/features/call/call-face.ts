import type { CallParticipant } from '@yunzhen/shared/contract/call';
import type { CallState, StopReason } from '../../lib/rtc/index.ts';

/**
 * What the stage shows. `waiting`: one is in, the other is not. `reconnecting`: one’s own connection is being brought back.
 * `away`: the other’s is. `stalled`: both seem connected, but nothing comes through.
 */
export type CallFace = 'joining' | 'waiting' | 'live' | 'reconnecting' | 'away' | 'stalled' | StopReason;

/** Faces that may stand over a picture which has stopped. */
export const interruptions: ReadonlySet<CallFace> = new Set<CallFace>(['reconnecting', 'away', 'stalled']);

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
  if (other.connected) return stalled ? 'stalled' : 'live';
  // Who has lost only the signalling is still seen and heard.
  return other.sources.length > 0 && !stalled ? 'live' : 'away';
}
