import type { CallParticipant, MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { RecoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import type { CallFailure } from './call-failure.ts';
import type { CallState } from './call-state.ts';
import type { PictureOnLine } from '../quality/line-policy.ts';
import type { Outgoing } from '../media/publisher.ts';
import type { RemoteTrack } from '../media/remote-media.ts';

export type CallEvents = {
  state: [CallState];
  /** The others in the call, never oneself. */
  participants: [readonly CallParticipant[]];
  remoteTracks: [readonly RemoteTrack[]];
  /** What is to be sent from here, whether or not the node has it yet. */
  localTracks: [ReadonlyMap<MediaSource, Outgoing>];
  /** mediasoup’s score (0–10) of what arrives here and of what its sender sends. */
  score: [{ consumerId: string; score: number; producerScore: number }];
  /** A source can’t be sent; the call goes on without it. */
  refused: [source: MediaSource, failure: CallFailure];
  /** The call is whole again after a loss. */
  recovered: [RecoveryReport];
  /** What one’s own line carries of one’s own picture. */
  ownPicture: [PictureOnLine];
};
