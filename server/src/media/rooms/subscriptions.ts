import { EventEmitter } from 'node:events';
import type { Consumer, Router, RtpCapabilities, WebRtcTransport } from 'mediasoup/types';
import type { ConsumerParameters } from '@yunzhen/shared/calls/call.contract';
import { LineBrake } from './line-brake.ts';
import type { PeerChannel } from './peer-channel.ts';
import type { Publication } from './publications.ts';
import { StarvationWatch } from './starvation-watch.ts';

interface SubscriptionsEvents {
  /** The first packet of another participant's media has been sent to this one. */
  'first-media': [];
}

export interface SubscriptionsOptions {
  readonly router: Router;
  readonly transport: WebRtcTransport;
  readonly capabilities: RtpCapabilities;
  /** Whether a publication may be sent to this participant now. */
  readonly mayFlow: (publication: Publication) => boolean;
  readonly send: PeerChannel['send'];
}

interface Subscription {
  readonly publication: Publication;
  readonly consumer: Consumer;
  /** What was last asked of the worker, which obeys in the order of asking. */
  flowing: boolean;
  watch?: StarvationWatch;
}

/**
 * What one participant receives. There is a consumer for everything that the others send, so that the browser has negotiated it
 * before it may flow; what may not flow is paused in the worker from the first packet on. What may is created running: mediasoup
 * asks the sender for a key frame when the receive transport connects, at once when it is connected already, and on each
 * resumption, so no further message stands between DTLS and the first picture. A browser that was not quite ready for that key frame
 * asks for another by itself.
 */
export class Subscriptions extends EventEmitter<SubscriptionsEvents> {
  readonly #options: SubscriptionsOptions;
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #brake: LineBrake;
  #hadMedia = false;

  constructor(options: SubscriptionsOptions) {
    super();
    this.#options = options;
    for (const event of ['icestatechange', 'dtlsstatechange'] as const) {
      options.transport.on(event, () => this.#checkStarvation());
    }
    this.#brake = new LineBrake(options.transport, () => void this.direct());
    options.transport.observer.once('close', () => this.#brake.close());
  }

  /** Starts to receive a publication. Null when this browser can't decode it, or when either side has gone meanwhile. */
  async add(publication: Publication): Promise<ConsumerParameters | null> {
    const { router, transport, capabilities: rtpCapabilities } = this.#options;
    const { producer } = publication;
    const producerId = producer.id;
    if (!router.canConsume({ producerId, rtpCapabilities })) return null;
    const flowing = this.#mayFlow(publication);
    let consumer: Consumer;
    try {
      // Lost sound is sent again as well, which mediasoup does for pictures only unless it is asked to.
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

  /** All that there is to receive now. */
  list(): ConsumerParameters[] {
    return [...this.#subscriptions.values()].map(consumerParameters);
  }

  /** Lets flow what may flow now, and stops the rest: all of it is asked of the worker at once. Resolves when it is done. */
  async direct(): Promise<void> {
    await Promise.all([...this.#subscriptions.values()].map((subscription) => this.#direct(subscription)));
  }

  /** Tells once more which pictures are starved, to a browser that may have missed it. */
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
    // It fails only when the consumer is gone, and then there is nothing left to let flow or to stop.
    await done.catch(() => undefined);
  }

  /** Layered pictures also rest while the line has just fallen; the first frame after it is a key frame of the layer that fits. */
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

  /** Tracing every packet would be dear, so it is on only until the first one has gone out. */
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
