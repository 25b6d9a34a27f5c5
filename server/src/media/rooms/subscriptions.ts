import { EventEmitter } from 'node:events';
import type { Consumer, Router, RtpCapabilities, WebRtcTransport } from 'mediasoup/types';
import type { ConsumerParameters } from '@yunzhen/shared/calls/call.contract';
import { ConnectionBrake } from './connection-brake.ts';
import type { PeerChannel } from './peer-channel.ts';
import type { Publication } from './publications.ts';
import { StarvationWatch } from './starvation-watch.ts';

interface SubscriptionsEvents {
  /** The first packet of another participant's media was sent to this one. */
  'first-media': [];
}

export interface SubscriptionsOptions {
  readonly router: Router;
  readonly transport: WebRtcTransport;
  readonly capabilities: RtpCapabilities;
  /** Returns whether a publication may be sent to this participant now. */
  readonly mayFlow: (publication: Publication) => boolean;
  readonly send: PeerChannel['send'];
}

interface Subscription {
  readonly publication: Publication;
  readonly consumer: Consumer;
  /** The last request to the worker, which processes them in order. */
  flowing: boolean;
  watch?: StarvationWatch;
}

/**
 * What one participant receives. There is a consumer for everything that the others send, so that the browser negotiates it in advance; media that
 * may not flow are paused in the worker from the first packet on.
 * Media that may flow start running: mediasoup requests a key frame when the receive transport connects (at once if it is connected) and on each
 * resumption. So no message is needed between DTLS and the first frame. A browser that misses that key frame requests another.
 */
export class Subscriptions extends EventEmitter<SubscriptionsEvents> {
  readonly #options: SubscriptionsOptions;
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #brake: ConnectionBrake;
  #hadMedia = false;

  constructor(options: SubscriptionsOptions) {
    super();
    this.#options = options;
    for (const event of ['icestatechange', 'dtlsstatechange'] as const) {
      options.transport.on(event, () => this.#checkStarvation());
    }
    this.#brake = new ConnectionBrake(options.transport, () => void this.direct());
    options.transport.observer.once('close', () => this.#brake.close());
  }

  /** Starts to receive a publication. Returns null when the browser cannot decode it, or when either side has closed. */
  async add(publication: Publication): Promise<ConsumerParameters | null> {
    const { router, transport, capabilities: rtpCapabilities } = this.#options;
    const { producer } = publication;
    const producerId = producer.id;
    if (!router.canConsume({ producerId, rtpCapabilities })) return null;
    const flowing = this.#mayFlow(publication);
    let consumer: Consumer;
    try {
      // Retransmits lost audio too; by default mediasoup does so for video only.
      consumer = await transport.consume({ producerId, rtpCapabilities, paused: !flowing, enableRtx: true });
    } catch (error) {
      if (producer.closed || transport.closed || router.closed) return null;
      throw error;
    }
    if (producer.closed || transport.closed) {
      consumer.close();
      return null;
    }
    const subscription: Subscription = { publication, consumer, flowing };
    this.#subscriptions.set(consumer.id, subscription);
    this.#watch(subscription);
    void this.#direct(subscription);
    return consumerParameters(subscription);
  }

  /** Returns everything that can be received now. */
  list(): ConsumerParameters[] {
    return [...this.#subscriptions.values()].map(consumerParameters);
  }

  /** Resumes what may flow now and pauses the rest, in parallel. Resolves when the worker has applied it. */
  async direct(): Promise<void> {
    await Promise.all([...this.#subscriptions.values()].map((subscription) => this.#direct(subscription)));
  }

  /** Reports starved videos again to a browser that may have missed it. */
  repeatStarvation(): void {
    for (const { consumer, watch } of this.#subscriptions.values()) {
      if (watch?.starved) this.#options.send('consumer-starved', { consumerId: consumer.id, starved: true });
    }
  }

  async #direct(subscription: Subscription): Promise<void> {
    const { publication, consumer, watch } = subscription;
    watch?.check();
    const flowing = this.#mayFlow(publication);
    if (flowing === subscription.flowing || consumer.closed) return;
    subscription.flowing = flowing;
    const done = flowing ? consumer.resume() : consumer.pause();
    // Fails only when the consumer is closed, and then nothing is left to pause or resume.
    await done.catch(() => undefined);
  }

  /** Layered video also pauses when the connection has just fallen; it resumes with a key frame of the layer that fits. */
  #mayFlow(publication: Publication): boolean {
    const rests = this.#brake.resting && publication.producer.type === 'simulcast';
    return !rests && this.#options.mayFlow(publication);
  }

  #watch(subscription: Subscription): void {
    const { consumer, publication } = subscription;
    const { send, mayFlow } = this.#options;
    const consumerId = consumer.id;
    consumer.observer.once('close', () => this.#subscriptions.delete(consumerId));
    consumer.on('producerclose', () => send('consumer-closed', { consumerId }));
    consumer.on('score', ({ score, producerScore }) => send('consumer-score', { consumerId, score, producerScore }));
    if (consumer.type === 'simulcast' || consumer.type === 'svc') {
      subscription.watch = new StarvationWatch(
        consumer,
        () => mayFlow(publication) && this.#isConnected(),
        (starved) => send('consumer-starved', { consumerId, starved }),
      );
    }
    if (!this.#hadMedia) this.#watchForFirstMedia(consumer);
  }

  #isConnected(): boolean {
    const { iceState, dtlsState } = this.#options.transport;
    return (iceState === 'connected' || iceState === 'completed') && dtlsState === 'connected';
  }

  #checkStarvation(): void {
    for (const { watch } of this.#subscriptions.values()) watch?.check();
  }

  /** Tracing every packet is expensive, so it stops at the first one. */
  #watchForFirstMedia(consumer: Consumer): void {
    const trace = (types: 'rtp'[]) => consumer.enableTraceEvent(types).catch(() => undefined);
    consumer.once('trace', () => {
      void trace([]);
      if (this.#hadMedia) return;
      this.#hadMedia = true;
      this.emit('first-media');
    });
    void trace(['rtp']);
  }
}

function consumerParameters({ publication, consumer }: Subscription): ConsumerParameters {
  return {
    id: consumer.id,
    producerId: publication.producer.id,
    participantId: publication.participantId,
    source: publication.source,
    kind: consumer.kind,
    rtpParameters: consumer.rtpParameters,
    producerPaused: publication.producer.paused,
    pauseReason: publication.pauseReason,
  };
}
