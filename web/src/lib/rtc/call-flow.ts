import type { CallParticipant, CallRole, RoomPhase } from '@yunzhen/shared/contract/call';
import type { RemoteTrack } from './remote-media.ts';

export interface Flow {
  readonly roomPhase: RoomPhase | null;
  /** One’s own role. */
  readonly role: CallRole | undefined;
  readonly participants: readonly CallParticipant[];
  readonly tracks: readonly RemoteTrack[];
}

/** Whether a room in this phase keeps somebody of this role apart from the others. */
export function isApart(roomPhase: RoomPhase | null, role: CallRole | undefined): boolean {
  return roomPhase === 'waiting' || (roomPhase === 'held' && role === 'patient');
}

/** The kinds of media that should be arriving here now: forwarded by the phase, sent, and not held back by the node. */
export function expectedKinds({ roomPhase, role, participants, tracks }: Flow): { sound: boolean; picture: boolean } {
  if (isApart(roomPhase, role)) return { sound: false, picture: false };
  const heard = new Set(
    participants
      .filter((other) => other.connected && !isApart(roomPhase, other.role))
      .map(({ participantId }) => participantId),
  );
  const flowing = tracks.filter(
    ({ participantId, paused, starved }) => heard.has(participantId) && !paused && !starved,
  );
  return {
    sound: flowing.some(({ source }) => source === 'microphone'),
    picture: flowing.some(({ source }) => source !== 'microphone'),
  };
}
