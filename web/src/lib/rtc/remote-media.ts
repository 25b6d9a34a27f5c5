import type { MediaSource } from '@yunzhen/shared/contract/call';

/** What another participant’s camera, microphone or screen brings here. */
export interface RemoteTrack {
  readonly consumerId: string;
  readonly participantId: string;
  readonly source: MediaSource;
  readonly track: MediaStreamTrack;
  /** The sender has paused: muted microphone, camera off. */
  readonly paused: boolean;
}
