import { EventEmitter } from 'node:events';
import type { Producer, RtpParameters, WebRtcTransport } from 'mediasoup/types';
import { AppError } from '@yunzhen/shared/core/errors';
import type { CallRole, MediaSource, PauseReason } from '@yunzhen/shared/calls/call.contract';
import { guardMedia } from './media-error.ts';
import { kindOf } from './media-source.ts';

/**
 * Browsers built on libwebrtc drop a key frame request within 300 ms of another, and mediasoup repeats it only after a second. A second viewer, or
 * one that missed the first key frame, would see black for that second. Delayed by this much, its request is accepted.
 */
const KEY_FRAME_REQUEST_DELAY_MS = 320;

/** One source that a participant sends. */
export interface Publication {
  readonly participantId: string;
  readonly role: CallRole;
  readonly source: MediaSource;
  readonly producer: Producer;
  /** Why nothing is sent; null while it is sending. */
  pauseReason: PauseReason | null;
}

/** The participant, with the sources that they may send. */
export interface Publisher {
  readonly participantId: string;
  readonly role: CallRole;
  readonly publish: readonly MediaSource[];
}

export interface PublishRequest {
  source: MediaSource;
  rtpParameters: RtpParameters;
  paused: boolean;
}

interface Entry {
  readonly mid: string | undefined;
  readonly result: Promise<Producer>;
  publication?: Publication;
}

interface PublicationsEvents {
  opened: [Publication];
  /** Paused or resumed. */
  changed: [Publication];
}

/** What one participant sends: at most one producer per source, and only sources that the ticket permits. */
export class Publications extends EventEmitter<PublicationsEvents> {
  readonly #publisher: Publisher;
  readonly #transport: WebRtcTransport;
  readonly #entries = new Map<MediaSource, Entry>();

  constructor(publisher: Publisher, transport: WebRtcTransport) {
    super();
    this.#publisher = publisher;
    this.#transport = transport;
  }

  /** Returns what is being sent now, in order of first publication. */
  list(): Publication[] {
    return [...this.#entries.values()].flatMap(({ publication }) => publication ?? []);
  }

  /**
   * Creates the producer of a source. A retry (same source and mid) returns the first one; another mid is a new sender in the browser and replaces
   * the earlier producer.
   *
   * @throws AppError `call.not-permitted` for a source that is not in the ticket; `call.invalid-parameters` for RTP parameters of another media kind
   * or that mediasoup rejects
   */
  publish(request: PublishRequest): Promise<Producer> {
    const { source, rtpParameters } = request;
    if (!this.#publisher.publish.includes(source))
      throw new AppError('call.not-permitted', `the ticket does not allow ${source}`);
    const kind = kindOf(source);
    if (!rtpParameters.codecs.every(({ mimeType }) => mimeType.toLowerCase().startsWith(`${kind}/`))) {
      throw new AppError('call.invalid-parameters', `${source} accepts ${kind} only`);
    }
    const earlier = this.#entries.get(source);
    if (earlier && earlier.mid === rtpParameters.mid) return earlier.result;
    const entry: Entry = { mid: rtpParameters.mid, result: this.#replace(earlier, request) };
    this.#entries.set(source, entry);
    entry.result.then(
      (producer) => this.#open(source, entry, producer),
      () => this.#forget(source, entry),
    );
    return entry.result;
  }

  /** Pauses sending with a reason; calling it with another reason changes the reason. */
  async pause(producerId: string, reason: PauseReason): Promise<void> {
    const publication = this.#byId(producerId);
    await guardMedia('call.not-found', () => publication.producer.pause());
    publication.pauseReason = reason;
    this.emit('changed', publication);
  }

  async resume(producerId: string): Promise<void> {
    const publication = this.#byId(producerId);
    await guardMedia('call.not-found', () => publication.producer.resume());
    publication.pauseReason = null;
    this.emit('changed', publication);
  }

  /** Stops sending; consumers of it close. */
  close(producerId: string): void {
    this.#byId(producerId).producer.close();
  }

  async #replace(earlier: Entry | undefined, { source, rtpParameters, paused }: PublishRequest): Promise<Producer> {
    const before = await earlier?.result.catch(() => undefined);
    before?.close();
    return guardMedia('call.invalid-parameters', () =>
      this.#transport.produce({
        kind: kindOf(source),
        rtpParameters,
        paused,
        keyFrameRequestDelay: KEY_FRAME_REQUEST_DELAY_MS,
      }),
    );
  }

  #open(source: MediaSource, entry: Entry, producer: Producer): void {
    // The transport may have closed, or another sender replaced it, while the worker processed this.
    if (this.#transport.closed || this.#entries.get(source) !== entry) return producer.close();
    const { participantId, role } = this.#publisher;
    entry.publication = { participantId, role, source, producer, pauseReason: producer.paused ? 'person' : null };
    producer.observer.once('close', () => this.#forget(source, entry));
    this.emit('opened', entry.publication);
  }

  #forget(source: MediaSource, entry: Entry): void {
    if (this.#entries.get(source) === entry) this.#entries.delete(source);
  }

  #byId(producerId: string): Publication {
    const found = this.list().find(({ producer }) => producer.id === producerId);
    if (!found) throw new AppError('call.not-found', 'producer not found');
    return found;
  }
}
