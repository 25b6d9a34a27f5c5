import type { CallParticipant, CallRole } from '@yunzhen/shared/calls/call.contract';
import type { CallState, RemoteTrack, StopReason } from '../../../core/rtc/index.ts';

/**
 * What the stage shows. `waiting`: this participant has joined, the other has not. `held`: the patient is on hold while the doctor confers.
 * `reconnecting`: the local connection is being restored. `away`: the other side’s is.
 * `stalled`: both seem connected, but nothing arrives. `cut`: the local connection has been lost long enough to suggest a telephone call.
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

/** View states that can appear over a frozen picture. */
export const interruptions: ReadonlySet<CallViewState> = new Set<CallViewState>(['reconnecting', 'away', 'stalled']);

/** How long nothing has arrived before the user is offered alternatives, in milliseconds. */
export const cutAfterMs = 25_000;

export interface Scene {
  readonly state: CallState;
  readonly self: CallRole;
  readonly other: CallParticipant | undefined;
  /** Nothing new has arrived for a while although the other side sends. */
  readonly stalled: boolean;
  /** How long the call has not been fully connected, in milliseconds; 0 while it is. */
  readonly lostForMs: number;
}

/** Returns the view state of the call. A reconnect is hidden while picture and sound continue. */
export function callViewStateOf({ state, self, other, stalled, lostForMs }: Scene): CallViewState {
  if (state.phase === 'stopped') return state.stopReason ?? 'ended';
  if (isLost(state, stalled)) {
    if (lostForMs >= cutAfterMs) return 'cut';
    return state.phase === 'reconnecting' ? 'reconnecting' : 'joining';
  }
  if (self === 'patient' && state.roomPhase === 'held') return 'held';
  if (!other) return 'waiting';
  if (other.connected) return stalled ? 'stalled' : 'live';
  // A participant who has lost only signalling is still seen and heard.
  return other.sources.length > 0 && !stalled ? 'live' : 'away';
}

/** Returns whether the local connection is missing or lost; `cutAfterMs` counts from then. */
export function isLost(state: CallState, stalled: boolean): boolean {
  if (state.phase === 'reconnecting') return !state.mediaUp || stalled;
  return state.phase === 'idle' || state.phase === 'joining';
}

/**
 * Why a participant has no picture, or `coming` when one is about to arrive. `their-line`, `own-line`: paused by a weak connection in favour of
 * sound. `audio-only`: this side has reduced the call to sound. `wish`: this user wants no pictures. `apart`: on hold.
 */
export type PictureAbsence = 'coming' | 'off' | 'none' | 'their-line' | 'own-line' | 'audio-only' | 'wish' | 'apart';

export interface PictureScene {
  readonly participant: CallParticipant | undefined;
  readonly camera: RemoteTrack | undefined;
  readonly apart: boolean;
  /** The user asked for sound only. */
  readonly soundOnly: boolean;
  /** The connection carries sound only. */
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
