import type { Producer, ProducerCodecOptions, RtpEncodingParameters, Transport } from 'mediasoup-client/types';
import type { MediaSource } from '@yunzhen/shared/contract/call';
import { CallError, failureOf, type CallFailure } from './call-failure.ts';
import { Emitter } from './emitter.ts';
import type { Signaling } from './signaling.ts';

/** What is to be sent from one source. */
export interface Outgoing {
  readonly track: MediaStreamTrack;
  readonly paused: boolean;
}

type PublisherEvents = {
  /** The node refused this source, or the browser could not send it; the call goes on without. */
  refused: [source: MediaSource, failure: CallFailure];
  /** The node did not answer: what it holds of this source is not known. */
  unanswered: [];
};

interface Sending {
  readonly producer: Producer;
  /** The node’s id of the producer. It arrives after the browser has started to send. */
  readonly producerId: Promise<string>;
}

const microphoneOptions: ProducerCodecOptions = {
  opusStereo: false,
  // Lost speech is rebuilt from the next packet; silence costs nothing.
  opusFec: true,
  opusDtx: true,
};
const cameraOptions: ProducerCodecOptions = { videoGoogleStartBitrate: 800 };
const cameraEncodings: RtpEncodingParameters[] = [{ maxBitrate: 1_500_000 }];
const screenEncodings: RtpEncodingParameters[] = [{ maxBitrate: 2_500_000, maxFramerate: 15 }];

/**
 * Sends one’s own sources over one send transport. The caller says what should be sent; each source is brought there
 * step by step, one step at a time, so that a mute during publishing or a camera change during a mute can’t cross.
 */
export class Publisher extends Emitter<PublisherEvents> {
  readonly #signaling: Signaling;
  readonly #transport: Transport;
  readonly #wanted = new Map<MediaSource, Outgoing>();
  readonly #sending = new Map<MediaSource, Sending>();
  readonly #busy = new Set<MediaSource>();

  constructor(signaling: Signaling, transport: Transport) {
    super();
    this.#signaling = signaling;
    this.#transport = transport;
    transport.on('produce', ({ rtpParameters, appData }, callback) => {
      const source = appData['source'] as MediaSource;
      const paused = appData['paused'] === true;
      const answer = this.#signaling.request('produce', { transportId: transport.id, source, rtpParameters, paused });
      const producerId = answer.then((value) => value.producerId);
      producerId.catch(() => undefined);
      appData['producerId'] = producerId;
      // mediasoup-client sets sources up one after another and waits for this callback in between. It needs the id only
      // as a name of its own, so the next source need not wait for the node’s answer to this one.
      callback({ id: `${source}-${crypto.randomUUID()}` });
    });
  }

  /** Says what a source should send from now on; null stops it. */
  set(source: MediaSource, outgoing: Outgoing | null): void {
    if (outgoing) {
      // At once, whatever the node still has to answer: who mutes is not heard from this moment on.
      outgoing.track.enabled = !outgoing.paused;
      this.#wanted.set(source, outgoing);
    } else {
      this.#wanted.delete(source);
    }
    void this.#settle(source);
  }

  async #settle(source: MediaSource): Promise<void> {
    if (this.#busy.has(source)) return;
    this.#busy.add(source);
    try {
      while (!this.#transport.closed && (await this.#step(source)));
    } catch (error) {
      if (this.#transport.closed) return;
      const failure = failureOf(error);
      if (failure === 'unreachable') {
        this.emit('unanswered');
        return;
      }
      this.#wanted.delete(source);
      this.#sending.get(source)?.producer.close();
      this.#sending.delete(source);
      this.emit('refused', source, failure);
    } finally {
      this.#busy.delete(source);
    }
  }

  /** Takes one step towards what is wanted; false when there is nothing left to do. */
  async #step(source: MediaSource): Promise<boolean> {
    const wanted = this.#wanted.get(source);
    const sending = this.#sending.get(source);
    if (!wanted && !sending) return false;
    if (!wanted) await this.#stop(source);
    else if (!sending) await this.#start(source, wanted);
    else if (sending.producer.track !== wanted.track) await sending.producer.replaceTrack({ track: wanted.track });
    else if (sending.producer.paused !== wanted.paused) await this.#setPaused(sending, wanted.paused);
    else return false;
    return true;
  }

  async #start(source: MediaSource, { track, paused }: Outgoing): Promise<void> {
    const appData: { source: MediaSource; paused: boolean; producerId?: Promise<string> } = { source, paused };
    const producer = await this.#transport.produce({
      track,
      // The tracks belong to whoever opened camera and microphone, and outlive this transport.
      stopTracks: false,
      ...(source === 'microphone' ? { codecOptions: microphoneOptions } : { codecOptions: cameraOptions }),
      ...(source === 'camera' ? { encodings: cameraEncodings } : {}),
      ...(source === 'screen' ? { encodings: screenEncodings } : {}),
      appData,
    });
    const { producerId } = appData;
    if (!producerId) throw new CallError('unsupported', 'the transport asked for no producer');
    this.#sending.set(source, { producer, producerId });
    await producerId;
  }

  async #stop(source: MediaSource): Promise<void> {
    const sending = this.#sending.get(source);
    this.#sending.delete(source);
    sending?.producer.close();
    if (sending) await this.#signaling.request('close-producer', { producerId: await sending.producerId });
  }

  async #setPaused({ producer, producerId }: Sending, paused: boolean): Promise<void> {
    // Silence first here, then on the node: a mute must hold even when the node does not answer.
    if (paused) producer.pause();
    else producer.resume();
    await this.#signaling.request(paused ? 'pause-producer' : 'resume-producer', { producerId: await producerId });
  }
}
