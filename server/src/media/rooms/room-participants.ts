import { AppError } from '@yunzhen/shared/core/errors';
import type { CallParticipant } from '@yunzhen/shared/calls/call.contract';
import type { Peer } from './peer.ts';
import type { CallPush, CallPushPayload } from './peer-channel.ts';
import { describeParticipant, type RoomParticipant } from './room-participant.ts';

/** The places of a room, in the order in which they were first taken. */
export class RoomParticipants {
  readonly #participants = new Map<string, RoomParticipant>();

  /** Stays that have not ended. */
  get peers(): readonly Peer[] {
    return [...this.#participants.values()].flatMap(({ peer }) => peer ?? []);
  }

  /** The stays of everybody else. */
  others(peer: Peer): readonly Peer[] {
    return this.peers.filter((other) => other !== peer);
  }

  find(participantId: string): RoomParticipant | undefined {
    return this.#participants.get(participantId);
  }

  /** The place that a stay has. @throws AppError `call.replaced` when it has none any more */
  of(peer: Peer): RoomParticipant {
    const participant = this.#participants.get(peer.participantId);
    if (participant?.peer !== peer) throw new AppError('call.replaced');
    return participant;
  }

  /** Gives a new stay its place. @returns the place, and the participant's earlier stay if that has not ended */
  take(peer: Peer): { participant: RoomParticipant; earlier: Peer | undefined } {
    const { participantId, role, generation } = peer;
    const participant: RoomParticipant = this.#participants.get(participantId) ?? {
      participantId,
      role,
      generation,
      line: null,
    };
    const earlier = participant.peer;
    Object.assign(participant, { role, generation, peer });
    this.#participants.set(participantId, participant);
    return { participant, earlier };
  }

  remove(participantId: string): void {
    this.#participants.delete(participantId);
  }

  /** Ends a participant's stay and place, also when their connection is just lost; the others are told. */
  putOut(participantId: string): void {
    const participant = this.#participants.get(participantId);
    if (!participant) return;
    const wasConnected = participant.peer?.connected ?? false;
    participant.peer?.close('removed');
    this.remove(participantId);
    if (!wasConnected) this.tellAll('participant-left', { participantId, reason: 'removed' });
  }

  /** Everybody else, as a participant is told of them. */
  describeOthers(peer: Peer): CallParticipant[] {
    const others = [...this.#participants.values()].filter(({ participantId }) => participantId !== peer.participantId);
    return others.map(describeParticipant);
  }

  tellAll<Push extends CallPush>(push: Push, payload: CallPushPayload<Push>): void {
    for (const { channel } of this.peers) channel.send(push, payload);
  }

  tellOthers<Push extends CallPush>(from: Peer, push: Push, payload: CallPushPayload<Push>): void {
    for (const { channel } of this.others(from)) channel.send(push, payload);
  }
}
