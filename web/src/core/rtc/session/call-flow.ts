import type { CallParticipant, CallRole, RoomPhase } from '@yunzhen/shared/calls/call.contract';
import type { RemoteTrack } from '../media/remote-media.ts';

export interface Flow {
  readonly roomPhase: RoomPhase | null;
  /** This participant’s role. */
  readonly role: CallRole | undefined;
  /** What this participant wants to receive. */
  readonly reception: 'all' | 'audio';
  readonly participants: readonly CallParticipant[];
  readonly tracks: readonly RemoteTrack[];
}

/** Returns whether a room in this phase keeps a participant of this role apart from the others. */
export function isApart(roomPhase: RoomPhase | null, role: CallRole | undefined): boolean {
  return roomPhase === 'waiting' || (roomPhase === 'held' && role === 'patient');
}

/** Media that should be arriving here now. */
export interface ExpectedKinds {
  readonly sound: boolean;
  readonly picture: boolean;
  /**
   * Whether any media is expected if participants without signalling still send. If their media is missing, they are away; it says nothing about this
   * connection.
   */
  readonly ifAllReach: boolean;
}

/** Returns the kinds of media that should be arriving now: forwarded by the phase, sent, and not paused by the node. */
export function expectedKinds({ roomPhase, role, reception, participants, tracks }: Flow): ExpectedKinds {
  if (isApart(roomPhase, role)) return { sound: false, picture: false, ifAllReach: false };
  const heard = new Map(
    participants
      .filter((other) => !isApart(roomPhase, other.role))
      .map(({ participantId, connected }) => [participantId, connected]),
  );
  const isSound = ({ source }: RemoteTrack) => source === 'microphone';
  const flowing = tracks.filter((track) => {
    const wanted = reception === 'all' || isSound(track);
    return wanted && heard.has(track.participantId) && !track.paused && !track.starved;
  });
  const reaching = flowing.filter(({ participantId }) => heard.get(participantId));
  return {
    sound: reaching.some(isSound),
    picture: reaching.some((track) => !isSound(track)),
    ifAllReach: flowing.length > 0,
  };
}
