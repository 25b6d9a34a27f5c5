import type { CallParticipant, Caption, MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { RecoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import type { CallFailure } from './call-failure.ts';
import type { CallState } from './call-state.ts';
import type { SentPicture } from '../quality/connection-policy.ts';
import type { Outgoing } from '../media/publisher.ts';
import type { RemoteTrack } from '../media/remote-media.ts';

export type CallEvents = {
  state: [CallState];
  /** The other participants in the call, without this one. */
  participants: [readonly CallParticipant[]];
  /** Another participant wrote or said this. */
  caption: [Caption & { participantId: string }];
  remoteTracks: [readonly RemoteTrack[]];
  /** What this page wants to send, whether or not the node has received it yet. */
  localTracks: [ReadonlyMap<MediaSource, Outgoing>];
  /** mediasoup’s scores (0–10) of received media and of what its sender sends. */
  score: [{ consumerId: string; score: number; producerScore: number }];
  /** A source cannot be sent; the call continues without it. */
  refused: [source: MediaSource, failure: CallFailure];
  /** The call was restored after a loss. */
  recovered: [RecoveryReport];
  /** State of the local picture on the local connection. */
  ownPicture: [SentPicture];
};
