import type { Consumer, Transport } from 'mediasoup-client/types';
import type { ConsumerParameters, MediaSource, PauseReason } from '@yunzhen/shared/calls/call.contract';
import { failureOf, type CallFailure } from '../session/call-failure.ts';
import { Emitter } from '../session/emitter.ts';
import type { MediaEncryption } from '../encryption/media-encryption.ts';
import type { RemoteTrack } from './remote-media.ts';

type ReceiverEvents = {
  /** All tracks that are received now. */
  tracks: [readonly RemoteTrack[]];
  /** A participant has stopped sending this source. */
  'source-closed': [participantId: string, producerId: string];
  /** This page could not set up a consumer of the node. */
  refused: [consumerId: string, failure: CallFailure];
};

interface Pause {
  readonly paused: boolean;
  readonly pauseReason: PauseReason | null;
}

interface Held {
  readonly consumer: Consumer;
  readonly participantId: string;
  readonly source: MediaSource;
  pause: Pause;
  starved: boolean;
}

/** The consumers of one receive transport. Processes the node’s events and emits the list of remote tracks. */
export class Receiver extends Emitter<ReceiverEvents> {
  readonly #transport: Transport;
  readonly #encryption: MediaEncryption | undefined;
  readonly #held = new Map<string, Held>();
  readonly #taking = new Set<string>();
  /** Events of consumers that arrived while they were still being set up. */
  readonly #closedEarly = new Set<string>();
  readonly #pausedEarly = new Map<string, Pause>();
  readonly #starvedEarly = new Set<string>();
  #speechMs: number | null = null;

  constructor(transport: Transport, encryption?: MediaEncryption) {
    super();
    this.#transport = transport;
    this.#encryption = encryption;
  }

  get tracks(): readonly RemoteTrack[] {
    return [...this.#held.values()].map(({ consumer, participantId, source, pause, starved }) => ({
      consumerId: consumer.id,
      participantId,
      source,
      track: consumer.track,
      ...pause,
      starved,
    }));
  }

  /** Adds consumers in one batch: mediasoup-client negotiates everything requested in the same turn at once. */
  async handleConsumersAdded(added: readonly ConsumerParameters[]): Promise<void> {
    const taken = await Promise.all(added.map((parameters) => this.#take(parameters)));
    if (taken.includes(true)) this.emit('tracks', this.tracks);
  }

  /** Processes the full list of consumers: closes those that are missing and adds the new ones. */
  async handleConsumers(present: readonly ConsumerParameters[]): Promise<void> {
    const ids = new Set(present.map(({ id }) => id));
    for (const id of [...this.#held.keys(), ...this.#taking]) if (!ids.has(id)) this.handleConsumerClosed(id);
    for (const { producerId, producerPaused, pauseReason } of present) {
      this.handleProducerChanged(producerId, producerPaused, pauseReason);
    }
    await this.handleConsumersAdded(present);
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

  handleProducerChanged(producerId: string, paused: boolean, pauseReason: PauseReason | null): void {
    const held = [...this.#held.values()].find(({ consumer }) => consumer.producerId === producerId);
    if (!held) {
      this.#pausedEarly.set(producerId, { paused, pauseReason });
      return;
    }
    if (held.pause.paused === paused && held.pause.pauseReason === pauseReason) return;
    held.pause = { paused, pauseReason };
    this.emit('tracks', this.tracks);
  }

  /** Sets a minimum delay for speech in milliseconds, for current and later consumers; null leaves it to the browser. */
  holdSpeech(milliseconds: number | null): void {
    this.#speechMs = milliseconds;
    for (const { consumer } of this.#held.values()) this.#applySpeech(consumer);
  }

  handleStarved(consumerId: string, starved: boolean): void {
    const held = this.#held.get(consumerId);
    if (!held) {
      if (starved) this.#starvedEarly.add(consumerId);
      else this.#starvedEarly.delete(consumerId);
      return;
    }
    if (held.starved === starved) return;
    held.starved = starved;
    this.emit('tracks', this.tracks);
  }

  /** The browser synchronises the picture of the same participant automatically. */
  #applySpeech({ kind, rtpReceiver }: Consumer): void {
    if (kind === 'audio' && rtpReceiver && 'jitterBufferTarget' in rtpReceiver)
      rtpReceiver.jitterBufferTarget = this.#speechMs;
  }

  async #take(parameters: ConsumerParameters): Promise<boolean> {
    const { id, producerId, kind, participantId, source, producerPaused: paused, pauseReason } = parameters;
    if (this.#held.has(id) || this.#taking.has(id)) return false;
    this.#taking.add(id);
    const encryption = this.#encryption;
    try {
      const consumer = await this.#transport.consume({
        id,
        producerId,
        kind,
        // One stream per participant and source group, so that the browser keeps lips and voice in sync.
        streamId: `${participantId}-${source === 'screen' ? 'screen' : 'person'}`,
        rtpParameters: parameters.rtpParameters as unknown as Consumer['rtpParameters'],
        ...(encryption
          ? { onRtpReceiver: (receiver: RTCRtpReceiver) => encryption.receiver(receiver, participantId, source) }
          : {}),
      });
      if (this.#closedEarly.delete(id)) {
        consumer.close();
        return false;
      }
      const pause = this.#pausedEarly.get(producerId) ?? { paused, pauseReason };
      this.#pausedEarly.delete(producerId);
      this.#held.set(id, { consumer, participantId, source, pause, starved: this.#starvedEarly.delete(id) });
      this.#applySpeech(consumer);
      return true;
    } catch (error) {
      if (!this.#transport.closed) this.emit('refused', id, failureOf(error));
      return false;
    } finally {
      this.#taking.delete(id);
    }
  }
}
