import type { Consumer, Transport } from 'mediasoup-client/types';
import type { ConsumerParameters, MediaSource } from '@yunzhen/shared/contract/call';
import { failureOf, type CallFailure } from './call-failure.ts';
import { Emitter } from './emitter.ts';
import type { RemoteTrack } from './remote-media.ts';

type ReceiverEvents = {
  /** Everything that is received now. */
  tracks: [readonly RemoteTrack[]];
  /** Somebody has stopped to send this source. */
  'source-closed': [participantId: string, producerId: string];
  /** A consumer of the node could not be taken up here. */
  refused: [consumerId: string, failure: CallFailure];
};

interface Held {
  readonly consumer: Consumer;
  readonly participantId: string;
  readonly source: MediaSource;
  paused: boolean;
}

/** Holds the consumers of one receive transport. Takes the node’s events in, gives the list of remote tracks out. */
export class Receiver extends Emitter<ReceiverEvents> {
  readonly #transport: Transport;
  readonly #held = new Map<string, Held>();
  /** Consumers that were closed, or whose sender paused or resumed, while they were still being set up. */
  readonly #closedEarly = new Set<string>();
  readonly #pausedEarly = new Map<string, boolean>();

  constructor(transport: Transport) {
    super();
    this.#transport = transport;
  }

  get tracks(): readonly RemoteTrack[] {
    return [...this.#held.values()].map(({ consumer, participantId, source, paused }) => ({
      consumerId: consumer.id,
      participantId,
      source,
      track: consumer.track,
      paused,
    }));
  }

  /** Takes consumers up together: mediasoup-client negotiates all that are asked for in one turn at once. */
  async handleConsumersAdded(added: readonly ConsumerParameters[]): Promise<void> {
    const taken = await Promise.all(added.map((parameters) => this.#take(parameters)));
    if (taken.includes(true)) this.emit('tracks', this.tracks);
  }

  handleConsumerClosed(consumerId: string): void {
    const held = this.#held.get(consumerId);
    if (!held) {
      this.#closedEarly.add(consumerId);
      return;
    }
    this.#held.delete(consumerId);
    held.consumer.close();
    this.emit('source-closed', held.participantId, held.consumer.producerId);
    this.emit('tracks', this.tracks);
  }

  handleProducerChanged(producerId: string, paused: boolean): void {
    const held = [...this.#held.values()].find(({ consumer }) => consumer.producerId === producerId);
    if (!held) {
      this.#pausedEarly.set(producerId, paused);
      return;
    }
    if (held.paused === paused) return;
    held.paused = paused;
    this.emit('tracks', this.tracks);
  }

  async #take(parameters: ConsumerParameters): Promise<boolean> {
    const { id, producerId, kind, participantId, source, producerPaused } = parameters;
    if (this.#held.has(id)) return false;
    try {
      const consumer = await this.#transport.consume({
        id,
        producerId,
        kind,
        // One stream per participant and source group, so that the browser keeps lips and voice together.
        streamId: `${participantId}-${source === 'screen' ? 'screen' : 'person'}`,
        rtpParameters: parameters.rtpParameters as unknown as Consumer['rtpParameters'],
      });
      if (this.#closedEarly.delete(id)) {
        consumer.close();
        return false;
      }
      const paused = this.#pausedEarly.get(producerId) ?? producerPaused;
      this.#pausedEarly.delete(producerId);
      this.#held.set(id, { consumer, participantId, source, paused });
      return true;
    } catch (error) {
      if (!this.#transport.closed) this.emit('refused', id, failureOf(error));
      return false;
    }
  }
}
