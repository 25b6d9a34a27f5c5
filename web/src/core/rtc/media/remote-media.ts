import type { MediaSource, PauseReason } from '@yunzhen/shared/calls/call.contract';

/** What another participant’s camera, microphone or screen brings here. */
export interface RemoteTrack {
  readonly consumerId: string;
  readonly participantId: string;
  readonly source: MediaSource;
  readonly track: MediaStreamTrack;
  /** The sender has paused: muted microphone, camera off. */
  readonly paused: boolean;
  /** Why, when it has. */
  readonly pauseReason: PauseReason | null;
  /** The line to here is too weak for this picture: the node has stopped it, sound goes on. */
  readonly starved: boolean;
}
