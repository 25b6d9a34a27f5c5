import type { ConsumerParameters } from '@yunzhen/shared/calls/call.contract';
import type { Logger } from '../../platform/logging/logger.ts';
import type { Peer } from './peer.ts';
import type { RoomParticipants } from './room-participants.ts';
import type { Publication } from './publications.ts';

/** Ensures that every participant has a consumer for everything that the others send; in a connection check, for their own media. */
export class Forwarding {
  readonly #participants: RoomParticipants;
  readonly #log: Logger;
  readonly #echo: boolean;

  constructor(participants: RoomParticipants, log: Logger, echo: boolean) {
    this.#participants = participants;
    this.#log = log;
    this.#echo = echo;
  }

  /** Forwards everything that the others send now to one participant. */
  async allTo(peer: Peer): Promise<ConsumerParameters[]> {
    const publications = this.#otherEnds(peer).flatMap(({ publications: theirs }) => theirs.list());
    const consumers = await Promise.all(publications.map((publication) => this.#forward(publication, peer)));
    return consumers.filter((consumer) => consumer !== null);
  }

  /** Forwards a new publication to all the others, and notifies each of them. */
  async toOthers(from: Peer, publication: Publication): Promise<void> {
    const { source, producer, participantId } = publication;
    this.#log.info({ participantId, source, producerId: producer.id }, 'publication started');
    const others = this.#otherEnds(from);
    await Promise.all(
      others.map(async (other) => {
        const { media } = other;
        const consumer = await this.#forward(publication, other);
        // A rebuild in between has already forwarded it.
        if (consumer && other.media === media) other.channel.send('consumer-added', consumer);
      }),
    );
  }

  #otherEnds(peer: Peer): readonly Peer[] {
    return this.#echo ? [peer] : this.#participants.others(peer);
  }

  /** Forwards one publication to one participant; a failure does not affect the others. */
  async #forward(publication: Publication, to: Peer): Promise<ConsumerParameters | null> {
    const log = this.#log.child({ participantId: to.participantId, producerId: publication.producer.id });
    try {
      const consumer = await to.subscriptions.add(publication);
      if (!consumer && !to.closed && !publication.producer.closed) log.warn('browser cannot decode a publication');
      return consumer;
    } catch (error) {
      log.error({ err: error }, 'publication could not be forwarded');
      return null;
    }
  }
}
