import { EventEmitter } from 'node:events';
import type { Consumer, Router, RtpCapabilities, WebRtcTransport } from 'mediasoup/types';
import type { ConsumerParameters } from '@yunzhen/shared/contract/call';
import type { PeerChannel } from './peer-channel.ts';
import type { Publication } from './publications.ts';

interface SubscriptionsEvents {
  /** The first packet of another participant's media has been sent to this one. */
  'first-media': [];
}

/**
 * What one participant receives. Consumers are created running, not paused: mediasoup asks the sender for a key frame when the
 * receive transport connects, or at once when it is connected already, so no further message stands between DTLS and the first
 * picture. A browser that was not quite ready for that key frame asks for another by itself.
 */
export class Subscriptions extends EventEmitter<SubscriptionsEvents> {
  readonly #router: Router;
  readonly #transport: WebRtcTransport;
  readonly #capabilities: RtpCapabilities;
  readonly #channel: PeerChannel;
  #hadMedia = false;

  constructor(router: Router, transport: WebRtcTransport, capabilities: RtpCapabilities, channel: PeerChannel) {
    super();
    this.#router = router;
    this.#transport = transport;
    this.#capabilities = capabilities;
    this.#channel = channel;
  }

  /** Starts to receive a publication. Null when this browser can't decode it, or when either side has gone meanwhile. */
  async add(publication: Publication): Promise<ConsumerParameters | null> {
    const { id: producerId } = publication.producer;
    if (!this.#router.canConsume({ producerId, rtpCapabilities: this.#capabilities })) return null;
    let consumer: Consumer;
    try {
      consumer = await this.#transport.consume({ producerId, rtpCapabilities: this.#capabilities });
    } catch (error) {
      if (publication.producer.closed || this.#transport.closed || this.#router.closed) return null;
      throw error;
    }
    if (publication.producer.closed || this.#transport.closed) {
      consumer.close();
      return null;
    }
    this.#watch(consumer);
    return consumerParameters(publication, consumer);
  }

  #watch(consumer: Consumer): void {
    const consumerId = consumer.id;
    consumer.on('producerclose', () => this.#channel.send('consumer-closed', { consumerId }));
    consumer.on('score', ({ score, producerScore }) =>
      this.#channel.send('consumer-score', { consumerId, score, producerScore }),
    );
    if (!this.#hadMedia) this.#watchForFirstMedia(consumer);
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

function consumerParameters(publication: Publication, consumer: Consumer): ConsumerParameters {
  return {
    id: consumer.id,
    producerId: publication.producer.id,
    participantId: publication.participantId,
    source: publication.source,
    kind: consumer.kind,
    rtpParameters: consumer.rtpParameters,
    producerPaused: publication.producer.paused,
  };
}
