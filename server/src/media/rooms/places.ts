import { AppError } from '@yunzhen/shared/core/errors';
import type { CallParticipant } from '@yunzhen/shared/calls/call.contract';
import type { Peer } from './peer.ts';
import type { CallPush, CallPushPayload } from './peer-channel.ts';
import { describePlace, type Place } from './place.ts';

/** The places of a room, in the order in which they were first taken. */
export class Places {
  readonly #places = new Map<string, Place>();

  /** Stays that have not ended. */
  get peers(): readonly Peer[] {
    return [...this.#places.values()].flatMap(({ peer }) => peer ?? []);
  }

  /** The stays of everybody else. */
  others(peer: Peer): readonly Peer[] {
    return this.peers.filter((other) => other !== peer);
  }

  find(participantId: string): Place | undefined {
    return this.#places.get(participantId);
  }

  /** The place that a stay has. @throws AppError `call.replaced` when it has none any more */
  of(peer: Peer): Place {
    const place = this.#places.get(peer.participantId);
    if (place?.peer !== peer) throw new AppError('call.replaced');
    return place;
  }

  /** Gives a new stay its place. @returns the place, and the participant's earlier stay if that has not ended */
  take(peer: Peer): { place: Place; earlier: Peer | undefined } {
    const { participantId, role, generation } = peer;
    const place: Place = this.#places.get(participantId) ?? { participantId, role, generation, line: null };
    const earlier = place.peer;
    Object.assign(place, { role, generation, peer });
    this.#places.set(participantId, place);
    return { place, earlier };
  }

  remove(participantId: string): void {
    this.#places.delete(participantId);
  }

  /** Everybody else, as a participant is told of them. */
  describeOthers(peer: Peer): CallParticipant[] {
    const others = [...this.#places.values()].filter(({ participantId }) => participantId !== peer.participantId);
    return others.map(describePlace);
  }

  tellAll<Push extends CallPush>(push: Push, payload: CallPushPayload<Push>): void {
    for (const { channel } of this.peers) channel.send(push, payload);
  }

  tellOthers<Push extends CallPush>(from: Peer, push: Push, payload: CallPushPayload<Push>): void {
    for (const { channel } of this.others(from)) channel.send(push, payload);
  }
}
