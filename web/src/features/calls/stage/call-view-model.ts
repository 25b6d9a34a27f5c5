import type { CallParticipant, CallRole } from '@yunzhen/shared/calls/call.contract';
import type { CallState, RemoteTrack, StopReason } from '../../../core/rtc/index.ts';

/**
 * What the stage shows. `waiting`: one is in, the other is not. `held`: the patient is apart while the doctor confers.
 * `reconnecting`: one’s own connection is being brought back. `away`: the other’s is. `stalled`: both seem connected, but
 * nothing comes through. `cut`: one’s own has not come back for so long that a telephone may be the better way.
 */
export type CallViewState =
  | 'joining'
  | 'waiting'
  | 'held'
  | 'live'
  | 'reconnecting'
  | 'away'
  | 'stalled'
  | 'cut'
  | StopReason;

/** Faces that may stand over a picture which has stopped. */
export const interruptions: ReadonlySet<CallViewState> = new Set<CallViewState>(['reconnecting', 'away', 'stalled']);

/** How long nothing has come through before a person is told of other ways, in milliseconds. */
export const cutAfterMs = 25_000;

export interface Scene {
  readonly state: CallState;
  readonly self: CallRole;
  readonly other: CallParticipant | undefined;
  /** Nothing new has arrived for a while although the other sends. */
  readonly stalled: boolean;
  /** For how long the call has not been whole, in milliseconds; 0 while it is. */
  readonly lostForMs: number;
}

/** The face of the call. A connection that is renewed while picture and sound go on does not show. */
export function callViewStateOf({ state, self, other, stalled, lostForMs }: Scene): CallViewState {
  if (state.phase === 'stopped') return state.stopReason ?? 'ended';
  if (isLost(state, stalled)) {
    if (lostForMs >= cutAfterMs) return 'cut';
    return state.phase === 'reconnecting' ? 'reconnecting' : 'joining';
  }
  if (self === 'patient' && state.roomPhase === 'held') return 'held';
  if (!other) return 'waiting';
  if (other.connected) return stalled ? 'stalled' : 'live';
  // Who has lost only the signalling is still seen and heard.
  return other.sources.length > 0 && !stalled ? 'live' : 'away';
}

/** One’s own way in is not there, or has gone: what the patience of `cutAfterMs` is counted from. */
export function isLost(state: CallState, stalled: boolean): boolean {
  if (state.phase === 'reconnecting') return !state.mediaUp || stalled;
  return state.phase === 'idle' || state.phase === 'joining';
}

/**
 * Why there is no picture of somebody, or `coming` when there is about to be one. `their-line`, `own-line`: it was paused so
 * that the sound goes on. `audio-only`: this side has given pictures up for now. `wish`: it asked for none. `apart`: on hold.
 */
export type PictureAbsence = 'coming' | 'off' | 'none' | 'their-line' | 'own-line' | 'audio-only' | 'wish' | 'apart';

export interface PictureScene {
  readonly participant: CallParticipant | undefined;
  readonly camera: RemoteTrack | undefined;
  readonly apart: boolean;
  /** Asked for sound only. */
  readonly soundOnly: boolean;
  /** The line carries sound only. */
  readonly carriesSoundOnly: boolean;
}

export function absenceOf({ participant, camera, apart, soundOnly, carriesSoundOnly }: PictureScene): PictureAbsence {
  if (apart) return 'apart';
  const sent = participant?.sources.find(({ source }) => source === 'camera');
  if (!sent) return 'none';
  if (sent.paused) return sent.pauseReason === 'line' ? 'their-line' : 'off';
  if (soundOnly) return 'wish';
  if (carriesSoundOnly) return 'audio-only';
  return camera?.starved ? 'own-line' : 'coming';
}
