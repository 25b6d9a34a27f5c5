import type { MediaSource, PauseReason } from '@yunzhen/shared/calls/call.contract';

/** A track received from another participant’s camera, microphone or screen. */
export interface RemoteTrack {
  readonly consumerId: string;
  readonly participantId: string;
  readonly source: MediaSource;
  readonly track: MediaStreamTrack;
  /** The sender has paused it: muted microphone, camera off. */
  readonly paused: boolean;
  /** Why it is paused; null when it is not. */
  readonly pauseReason: PauseReason | null;
  /** The downlink is too weak for this picture: the node has paused it, sound continues. */
  readonly starved: boolean;
}
