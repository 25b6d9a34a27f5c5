import type { Producer, Transport } from 'mediasoup-client/types';
import type { MediaSource, PauseReason } from '@yunzhen/shared/calls/call.contract';
import { CallError, failureOf, type CallFailure } from '../session/call-failure.ts';
import { Emitter } from '../session/emitter.ts';
import type { MediaEncryption } from '../encryption/media-encryption.ts';
import { ConnectionGuard } from '../quality/connection-guard.ts';
import type { SentPicture } from '../quality/connection-policy.ts';
import { hintContent, sendingPlans } from './sending-plan.ts';
import type { Signaling } from '../session/signaling.ts';

/** What to send from one source. */
export interface Outgoing {
  readonly track: MediaStreamTrack;
  readonly paused: boolean;
  /** Why it is paused; `person` when omitted. */
  readonly pauseReason?: PauseReason;
}

type PublisherEvents = {
  /** The node rejected this source, or the browser could not send it; the call continues without it. */
  refused: [source: MediaSource, failure: CallFailure];
  /**
   * The node did not answer. `anew`: the node’s state of this source is unknown, so it must be set up again. Otherwise `sayAgain` repeats the last
   * message once there is a socket.
   */
  unanswered: [anew: boolean];
  /** The connection is too weak for the local picture, or carries it again. */
  sentPicture: [SentPicture];
};

interface Pause {
  readonly paused: boolean;
  readonly reason: PauseReason;
}

interface Sending {
  readonly producer: Producer;
  /** The node’s id of the producer. It arrives after the browser has started to send. */
  readonly producerId: Promise<string>;
  /** Number of encodings that are sent, smallest first. */
  active: number;
  /** The pause state that the node has confirmed; null while a change is unconfirmed. */
  told: Pause | null;
}

/**
 * Sends the local sources over one send transport. The caller sets the desired state; each source moves there one step at a time, so that a mute during
 * publishing or a camera change during a mute cannot race.
 * When the connection is too weak for the camera picture, it is paused until the connection carries it again.
 */
export class Publisher extends Emitter<PublisherEvents> {
  readonly #signaling: Signaling;
  readonly #transport: Transport;
  readonly #encryption: MediaEncryption | undefined;
  readonly #guard: ConnectionGuard;
  readonly #wanted = new Map<MediaSource, Outgoing>();
  readonly #sending = new Map<MediaSource, Sending>();
  readonly #busy = new Set<MediaSource>();
  readonly #again = new Set<MediaSource>();

  constructor(signaling: Signaling, transport: Transport, encryption?: MediaEncryption) {
    super();
    this.#signaling = signaling;
    this.#transport = transport;
    this.#encryption = encryption;
    this.#guard = new ConnectionGuard(() => transport.getStats());
    this.#guard.on('picture', (picture) => {
      this.emit('sentPicture', picture);
      void this.#settle('camera');
    });
    transport.observer.on('close', () => this.#guard.close());
    transport.on('produce', ({ rtpParameters, appData }, callback) => {
      const source = appData['source'] as MediaSource;
      const paused = appData['paused'] === true;
      const answer = this.#signaling.request('produce', { transportId: transport.id, source, rtpParameters, paused });
      const producerId = answer.then((value) => value.producerId);
      producerId.catch(() => undefined);
      appData['producerId'] = producerId;
      // mediasoup-client sets sources up one after another and waits for this callback in between. It uses the id only as its own name, so the next
      // source need not wait for the node’s answer to this one.
      callback({ id: `${source}-${crypto.randomUUID()}` });
    });
  }

  /** What the connection carries of the local picture. */
  get sentPicture(): SentPicture {
    return this.#guard.picture;
  }

  /** Tries the local picture again at once, at the user’s request. */
  tryPicture(): void {
    this.#guard.tryNow();
  }

  /** Sets what a source should send from now on; null stops it. */
  set(source: MediaSource, outgoing: Outgoing | null): void {
    if (outgoing) {
      // Takes effect at once, without waiting for the node: a muted user must not be heard from this moment on.
      outgoing.track.enabled = !isPausedByPerson(outgoing);
      hintContent(source, outgoing.track);
      this.#wanted.set(source, outgoing);
    } else {
      this.#wanted.delete(source);
    }
    if (source === 'camera') this.#guard.watch(outgoing !== null && !outgoing.paused);
    void this.#settle(source);
  }

  /** Continues after a lost socket: the node has the same producers, and unconfirmed changes are sent again. */
  sayAgain(): void {
    for (const source of this.#sending.keys()) void this.#settle(source);
  }

  async #settle(source: MediaSource): Promise<void> {
    if (this.#busy.has(source)) {
      this.#again.add(source);
      return;
    }
    this.#busy.add(source);
    try {
      do {
        this.#again.delete(source);
        while (!this.#transport.closed && (await this.#step(source)));
        // The desired state may have changed since the last step found nothing to do.
      } while (this.#again.has(source));
    } catch (error) {
      if (this.#transport.closed) return;
      const failure = failureOf(error);
      if (failure === 'unreachable') {
        // Repeating a pause or resume is harmless; any other request leaves the node’s state unknown.
        this.emit('unanswered', this.#sending.get(source)?.told !== null);
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

  /** Takes one step towards the desired state; returns false when nothing is left to do. */
  async #step(source: MediaSource): Promise<boolean> {
    const wanted = this.#wanted.get(source);
    const sending = this.#sending.get(source);
    if (!wanted && !sending) return false;
    if (!wanted) await this.#stop(source);
    else if (!sending) await this.#start(source, wanted);
    else if (sending.producer.track !== wanted.track) await sending.producer.replaceTrack({ track: wanted.track });
    else if (sending.producer.paused !== isPausedByPerson(wanted)) hush(sending.producer, isPausedByPerson(wanted));
    else if (sending.active !== this.#activeOf(source)) await activate(sending, this.#activeOf(source));
    else if (!isSame(sending.told, this.#pauseOf(source, wanted)))
      await this.#tell(sending, this.#pauseOf(source, wanted));
    else return false;
    return true;
  }

  async #start(source: MediaSource, wanted: Outgoing): Promise<void> {
    const { encodings, codecOptions } = sendingPlans[source];
    const { paused } = this.#pauseOf(source, wanted);
    const appData: { source: MediaSource; paused: boolean; producerId?: Promise<string> } = { source, paused };
    const encryption = this.#encryption;
    const producer = await this.#transport.produce({
      track: wanted.track,
      // The tracks belong to their opener and outlive this transport.
      stopTracks: false,
      // Only `set` controls whether a track is heard: mediasoup-client would enable it again after a change of tracks.
      disableTrackOnPause: false,
      encodings,
      codecOptions,
      appData,
      ...(encryption ? { onRtpSender: (sender) => encryption.sender(sender, source) } : {}),
    });
    const { producerId } = appData;
    if (!producerId) throw new CallError('unsupported', 'the transport asked for no producer');
    // The node assumes that the user paused a producer that starts paused.
    this.#sending.set(source, { producer, producerId, active: encodings.length, told: { paused, reason: 'person' } });
    await producerId;
  }

  async #stop(source: MediaSource): Promise<void> {
    const sending = this.#sending.get(source);
    this.#sending.delete(source);
    sending?.producer.close();
    if (sending) await this.#signaling.request('close-producer', { producerId: await sending.producerId });
  }

  async #tell(sending: Sending, pause: Pause): Promise<void> {
    const producerId = await sending.producerId;
    sending.told = null;
    if (pause.paused) await this.#signaling.request('pause-producer', { producerId, reason: pause.reason });
    else await this.#signaling.request('resume-producer', { producerId });
    sending.told = pause;
  }

  #pauseOf(source: MediaSource, { paused, pauseReason }: Outgoing): Pause {
    if (paused) return { paused, reason: pauseReason ?? 'person' };
    const keptBack = source === 'camera' && this.#guard.picture === 'paused';
    return { paused: keptBack, reason: keptBack ? 'line' : 'person' };
  }

  /** Returns the number of encodings that the connection carries. What the user has paused is silenced by its track, so that it resumes at once. */
  #activeOf(source: MediaSource): number {
    const all = sendingPlans[source].encodings.length;
    const wanted = this.#wanted.get(source);
    if (source !== 'camera') return all;
    if (wanted?.paused && wanted.pauseReason === 'line') return 0;
    return { full: all, trial: 1, paused: 0 }[this.#guard.picture];
  }
}

/** Returns whether the user paused it. When the connection pauses the local picture, its track stays enabled so that the user still sees it. */
function isPausedByPerson({ paused, pauseReason }: Outgoing): boolean {
  return paused && pauseReason !== 'line';
}

/** Informs mediasoup-client; `set` has already silenced or enabled the track. */
function hush(producer: Producer, paused: boolean): void {
  if (paused) producer.pause();
  else producer.resume();
}

async function activate(sending: Sending, count: number): Promise<void> {
  sending.active = count;
  const sender = sending.producer.rtpSender;
  const parameters = sender?.getParameters();
  if (!sender || !parameters?.encodings) return;
  parameters.encodings.forEach((encoding, index) => {
    encoding.active = index < count;
  });
  await sender.setParameters(parameters);
}

const isSame = (told: Pause | null, wanted: Pause) =>
  told?.paused === wanted.paused && (!wanted.paused || told.reason === wanted.reason);
