import type { CallParticipant, CallRole } from '@yunzhen/shared/contract/call';
import type { Peer } from './peer.ts';

/** A participant's place in a room: outlives a lost connection, goes when the participant leaves by choice. */
export interface Place {
  readonly participantId: string;
  role: CallRole;
  generation: number;
  /** The present stay; undefined between a lost one and the next. */
  peer?: Peer | undefined;
}

/** A place as the other participants are told of it. */
export function describePlace({ participantId, role, peer }: Place): CallParticipant {
  const sources = (peer?.publications.list() ?? []).map(({ source, producer }) => ({
    source,
    producerId: producer.id,
    paused: producer.paused,
  }));
  return { participantId, role, sources, connected: peer?.connected ?? false };
}
