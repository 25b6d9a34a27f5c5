import type { Producer, Transport } from 'mediasoup-client/types';
import type { MediaSource, PauseReason } from '@yunzhen/shared/calls/call.contract';
import { CallError, failureOf, type CallFailure } from '../session/call-failure.ts';
import { Emitter } from '../session/emitter.ts';
import type { MediaEncryption } from '../encryption/media-encryption.ts';
import { LineGuard } from '../quality/line-guard.ts';
import type { PictureOnLine } from '../quality/line-policy.ts';
import { hintContent, sendingPlans } from './sending-plan.ts';
import type { Signaling } from '../session/signaling.ts';

/** What is to be sent from one source. */
export interface Outgoing {
  readonly track: MediaStreamTrack;
  readonly paused: boolean;
  /** Why, when it is; `person` when not given. */
  readonly pauseReason?: PauseReason;
}

type PublisherEvents = {
  /** The node refused this source, or the browser could not send it; the call goes on without. */
  refused: [source: MediaSource, failure: CallFailure];
  /**
   * The node did not answer. `anew`: what it holds of this source is not known, so that it has to be set up anew. Otherwise the
   * same only has to be said again, by `sayAgain`, once there is a socket.
   */
  unanswered: [anew: boolean];
  /** The line is too weak for one’s own picture, or carries it again. */
  line: [PictureOnLine];
};

interface Pause {
  readonly paused: boolean;
  readonly reason: PauseReason;
}

interface Sending {
  readonly producer: Producer;
  /** The node’s id of the producer. It arrives after the browser has started to send. */
  readonly producerId: Promise<string>;
  /** How many of the encodings are sent, smallest first. */
  active: number;
  /** What the node was told; null while it is being told something of which it has not said that it heard it. */
  told: Pause | null;
}

/**
 * Sends one’s own sources over one send transport. The caller says what should be sent; each source is brought there
 * step by step, one step at a time, so that a mute during publishing or a camera change during a mute can’t cross.
 * When the line is too weak for the camera’s picture, the picture is kept back by itself until the line carries it again.
 */
export class Publisher extends Emitter<PublisherEvents> {
  readonly #signaling: Signaling;
  readonly #transport: Transport;
  readonly #encryption: MediaEncryption | undefined;
  readonly #line: LineGuard;
  readonly #wanted = new Map<MediaSource, Outgoing>();
  readonly #sending = new Map<MediaSource, Sending>();
  readonly #busy = new Set<MediaSource>();
  readonly #again = new Set<MediaSource>();

  constructor(signaling: Signaling, transport: Transport, encryption?: MediaEncryption) {
    super();
    this.#signaling = signaling;
    this.#transport = transport;
    this.#encryption = encryption;
    this.#line = new LineGuard(() => transport.getStats());
    this.#line.on('picture', (picture) => {
      this.emit('line', picture);
      void this.#settle('camera');
    });
    transport.observer.on('close', () => this.#line.close());
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

  /** What the line carries of one’s own picture. */
  get line(): PictureOnLine {
    return this.#line.picture;
  }

  /** Tries one’s own picture again at once: a person asks for it. */
  tryPicture(): void {
    this.#line.tryNow();
  }

  /** Says what a source should send from now on; null stops it. */
  set(source: MediaSource, outgoing: Outgoing | null): void {
    if (outgoing) {
      // At once, whatever the node still has to answer: who mutes is not heard from this moment on.
      outgoing.track.enabled = !isPausedByPerson(outgoing);
      hintContent(source, outgoing.track);
      this.#wanted.set(source, outgoing);
    } else {
      this.#wanted.delete(source);
    }
    if (source === 'camera') this.#line.watch(outgoing !== null && !outgoing.paused);
    void this.#settle(source);
  }

  /** Goes on where a lost socket stopped: the node has the same producers, and hears again what it may not have heard. */
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
        // Something else may be wanted since the last step found nothing to do.
      } while (this.#again.has(source));
    } catch (error) {
      if (this.#transport.closed) return;
      const failure = failureOf(error);
      if (failure === 'unreachable') {
        // To pause or to go on twice is as good as once.
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

  /** Takes one step towards what is wanted; false when there is nothing left to do. */
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
      // The tracks belong to whoever opened camera and microphone, and outlive this transport.
      stopTracks: false,
      // Nobody but `set` says whether a track is heard: mediasoup-client turns it on again after a change of tracks.
      disableTrackOnPause: false,
      encodings,
      codecOptions,
      appData,
      ...(encryption ? { onRtpSender: (sender) => encryption.sender(sender, source) } : {}),
    });
    const { producerId } = appData;
    if (!producerId) throw new CallError('unsupported', 'the transport asked for no producer');
    // The node takes it that a person has paused what begins paused.
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
    const keptBack = source === 'camera' && this.#line.picture === 'paused';
    return { paused: keptBack, reason: keptBack ? 'line' : 'person' };
  }

  /** How many encodings the line carries. What a person has paused is silenced by its track, and starts again at once. */
  #activeOf(source: MediaSource): number {
    const all = sendingPlans[source].encodings.length;
    const wanted = this.#wanted.get(source);
    if (source !== 'camera') return all;
    if (wanted?.paused && wanted.pauseReason === 'line') return 0;
    return { full: all, trial: 1, paused: 0 }[this.#line.picture];
  }
}

/** Kept back by the line, one’s own picture is still there to be seen by oneself: nothing of it is sent, its track goes on. */
function isPausedByPerson({ paused, pauseReason }: Outgoing): boolean {
  return paused && pauseReason !== 'line';
}

/** Its track is silent or heard already, by `set`; this is what the library is told of it. */
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
