import type { ConsumerParameters } from '@yunzhen/shared/calls/call.contract';
import type { Logger } from '../../platform/logging/logger.ts';
import type { Peer } from './peer.ts';
import type { RoomParticipants } from './room-participants.ts';
import type { Publication } from './publications.ts';

/**
 * Sees to it that everybody in a room has a consumer for everything that the others send; where a line is tried, for what they send
 * themselves.
 */
export class Forwarding {
  readonly #participants: RoomParticipants;
  readonly #log: Logger;
  readonly #echo: boolean;

  constructor(participants: RoomParticipants, log: Logger, echo: boolean) {
    this.#participants = participants;
    this.#log = log;
    this.#echo = echo;
  }

  /** Forwards to one participant what all the others send now. */
  async allTo(peer: Peer): Promise<ConsumerParameters[]> {
    const publications = this.#otherEnds(peer).flatMap(({ publications: theirs }) => theirs.list());
    const consumers = await Promise.all(publications.map((publication) => this.#forward(publication, peer)));
    return consumers.filter((consumer) => consumer !== null);
  }

  /** Forwards something new to all the others, and tells each of them. */
  async toOthers(from: Peer, publication: Publication): Promise<void> {
    const { source, producer, participantId } = publication;
    this.#log.info({ participantId, source, producerId: producer.id }, 'publication opened');
    const others = this.#otherEnds(from);
    await Promise.all(
      others.map(async (other) => {
        const { media } = other;
        const consumer = await this.#forward(publication, other);
        // A rebuild in between has forwarded it by itself.
        if (consumer && other.media === media) other.channel.send('consumer-added', consumer);
      }),
    );
  }

  #otherEnds(peer: Peer): readonly Peer[] {
    return this.#echo ? [peer] : this.#participants.others(peer);
  }

  /** One participant who can't be served with one publication keeps neither the others nor the rest from flowing. */
  async #forward(publication: Publication, to: Peer): Promise<ConsumerParameters | null> {
    const log = this.#log.child({ participantId: to.participantId, producerId: publication.producer.id });
    try {
      const consumer = await to.subscriptions.add(publication);
      if (!consumer && !to.closed && !publication.producer.closed) log.warn('browser can not decode a publication');
      return consumer;
    } catch (error) {
      log.error({ err: error }, 'publication could not be forwarded');
      return null;
    }
  }
}
