import { AppError } from '@yunzhen/shared/core/errors';
import type { CallParticipant } from '@yunzhen/shared/calls/call.contract';
import type { Peer } from './peer.ts';
import type { CallPush, CallPushPayload } from './peer-channel.ts';
import { describeParticipant, type RoomParticipant } from './room-participant.ts';

/** The participants of a room, in order of first entry. */
export class RoomParticipants {
  readonly #participants = new Map<string, RoomParticipant>();

  /** Peers that are open. */
  get peers(): readonly Peer[] {
    return [...this.#participants.values()].flatMap(({ peer }) => peer ?? []);
  }

  /** Returns the other participants' peers. */
  others(peer: Peer): readonly Peer[] {
    return this.peers.filter((other) => other !== peer);
  }

  find(participantId: string): RoomParticipant | undefined {
    return this.#participants.get(participantId);
  }

  /** Returns the participant of a peer. @throws AppError `call.replaced` when the peer is no longer theirs */
  of(peer: Peer): RoomParticipant {
    const participant = this.#participants.get(peer.participantId);
    if (participant?.peer !== peer) throw new AppError('call.replaced');
    return participant;
  }

  /** Assigns a new peer to its participant. @returns the participant, and their earlier peer if it is open */
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

  delete(participantId: string): void {
    this.#participants.delete(participantId);
  }

  /** Removes a participant and closes their peer, also while the connection is lost, and notifies the others. */
  remove(participantId: string): void {
    const participant = this.#participants.get(participantId);
    if (!participant) return;
    const wasConnected = participant.peer?.connected ?? false;
    participant.peer?.close('removed');
    this.delete(participantId);
    if (!wasConnected) this.sendToAll('participant-left', { participantId, reason: 'removed' });
  }

  /** Returns all other participants as the peer sees them. */
  describeOthers(peer: Peer): CallParticipant[] {
    const others = [...this.#participants.values()].filter(({ participantId }) => participantId !== peer.participantId);
    return others.map(describeParticipant);
  }

  /** Notifies the others that the participant has joined or is back. */
  announceArrival(peer: Peer): void {
    this.sendToOthers(peer, 'participant-joined', describeParticipant(this.of(peer)));
  }

  sendToAll<Push extends CallPush>(push: Push, payload: CallPushPayload<Push>): void {
    for (const { channel } of this.peers) channel.send(push, payload);
  }

  sendToOthers<Push extends CallPush>(from: Peer, push: Push, payload: CallPushPayload<Push>): void {
    for (const { channel } of this.others(from)) channel.send(push, payload);
  }
}
