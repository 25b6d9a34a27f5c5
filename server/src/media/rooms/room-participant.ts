import type { CallParticipant, CallRole, ParticipantLine } from '@yunzhen/shared/calls/call.contract';
import type { Peer } from './peer.ts';

/** A participant's place in a room: outlives a lost connection, goes when the participant leaves by choice or is removed. */
export interface RoomParticipant {
  readonly participantId: string;
  role: CallRole;
  generation: number;
  /** How the line of this participant did when its page last said so. */
  line: ParticipantLine | null;
  /** The present stay; undefined between a lost one and the next. */
  peer?: Peer | undefined;
}

/** A place as the other participants are told of it. */
export function describeParticipant({ participantId, role, line, peer }: RoomParticipant): CallParticipant {
  const sources = (peer?.publications.list() ?? []).map(({ source, producer, pauseReason }) => ({
    source,
    producerId: producer.id,
    paused: producer.paused,
    pauseReason,
  }));
  return { participantId, role, sources, connected: peer?.connected ?? false, line };
}
