import type { CallParticipant, CallRole, ParticipantLine } from '@yunzhen/shared/calls/call.contract';
import type { Peer } from './peer.ts';

/** A participant of a room: outlives a lost connection, and ends when the participant leaves or is removed. */
export interface RoomParticipant {
  readonly participantId: string;
  role: CallRole;
  generation: number;
  /** The connection quality that the participant's page last reported. */
  line: ParticipantLine | null;
  /** The present peer; undefined between a lost one and the next. */
  peer?: Peer | undefined;
}

/** Returns the participant as the others see them. */
export function describeParticipant({ participantId, role, line, peer }: RoomParticipant): CallParticipant {
  const sources = (peer?.publications.list() ?? []).map(({ source, producer, pauseReason }) => ({
    source,
    producerId: producer.id,
    paused: producer.paused,
    pauseReason,
  }));
  return { participantId, role, sources, connected: peer?.connected ?? false, line };
}
