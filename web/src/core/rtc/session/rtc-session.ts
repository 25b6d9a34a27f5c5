import type { Device } from 'mediasoup-client/types';
import type {
  CallTicket,
  JoinAnswer,
  LeaveReason,
  MediaSource,
  ResumeAnswer,
} from '@yunzhen/shared/calls/call.contract';
import type { RecoveryCause } from '@yunzhen/shared/calls/quality.constants';
import { timeouts } from '../../timeouts.ts';
import { CallError, failureOf, type CallFailure } from './call-failure.ts';
import type { DtlsIdentity } from '../media/dtls-identity.ts';
import { Emitter } from './emitter.ts';
import {
  encryptableCapabilities,
  type EncryptionSource,
  type MediaEncryption,
} from '../encryption/media-encryption.ts';
import type { MediaSample } from '../media/media-sample.ts';
import type { Expectation } from '../media/media-silence.ts';
import type { Outgoing, Publisher } from '../media/publisher.ts';
import type { Receiver } from '../media/receiver.ts';
import type { Loss, Rung } from './reconnect-policy.ts';
import { SessionMedia, type MediaState } from './session-media.ts';
import { Signaling } from './signaling.ts';
import { SocketLink, type OpenSocket } from './socket-link.ts';

type SessionEvents = {
  /** In, with fresh transports: after joining, and again whenever they are rebuilt. */
  entered: [JoinAnswer];
  /** The same stay goes on over another socket. */
  resumed: [ResumeAnswer];
  media: [MediaState];
  /** What the transports have brought; `counter` tells transports apart, because fresh ones count anew. */
  look: [counter: object, MediaSample];
  lost: [loss: Loss, failure: CallFailure | null, cause: RecoveryCause];
};

export interface SessionOptions {
  readonly openSocket: OpenSocket;
  /** A device that is loaded with the router’s capabilities; the same one may serve many sessions. */
  readonly loadDevice: (routerRtpCapabilities: CallTicket['routerRtpCapabilities']) => Promise<Device>;
  /** The certificate of the transports, made beforehand; undefined where the browser can’t. */
  readonly identity: () => Promise<DtlsIdentity | undefined>;
  /** End-to-end encryption for a call whose ticket wants it. */
  readonly encryption?: EncryptionSource;
  /** What should pass now; decides whether silence is a loss. */
  readonly expectation: () => Expectation;
}

/** Where a session comes from, apart from its ticket. */
export interface Arrival {
  /** A socket to this node that is open already. */
  readonly link?: SocketLink | undefined;
  /** The token of the stay that this one follows without anybody having asked. */
  readonly previous?: string | undefined;
  /** How long the socket may take to open. */
  readonly connectMs?: number | undefined;
}

/** Answers are waited for so many round trips long while packets do not pass, within the bounds of `timeouts`. */
const patientTrips = 5;
const longestAnswerMs = () => timeouts['calls.longestAnswer'];

/**
 * One stay on one media node: a socket, two transports, what is sent and what is received. It is made for one ticket. Its socket
 * and its transports may be replaced while it lasts; once it is closed, the call lives on in the next session.
 */
export class RtcSession extends Emitter<SessionEvents> {
  readonly #options: SessionOptions;
  readonly #aborted = new AbortController();
  readonly #outgoing = new Map<MediaSource, Outgoing>();
  #ticket: CallTicket | undefined;
  #device: Device | undefined;
  #identity: DtlsIdentity | undefined;
  #encryption: MediaEncryption | undefined;
  #signaling: Signaling | undefined;
  #media: SessionMedia | undefined;
  #resumeToken: string | undefined;
  #over = false;
  /** Something that was sent to the node over a lost socket has not been answered, so what it holds is not known. */
  #uncertain = false;
  /** What the node was last told; a new stay gets everything. */
  #reception: 'all' | 'audio' | undefined = 'all';
  #closely = false;

  constructor(options: SessionOptions) {
    super();
    this.#options = options;
  }

  /** Fires when the session closes, so that a ticket need not be waited for. */
  get signal(): AbortSignal {
    return this.#aborted.signal;
  }

  get closed(): boolean {
    return this.#aborted.signal.aborted;
  }

  get ticket(): CallTicket | undefined {
    return this.#ticket;
  }

  get signaling(): Signaling | undefined {
    return this.#signaling;
  }

  get receiver(): Receiver | undefined {
    return this.#media?.receiver;
  }

  get publisher(): Publisher | undefined {
    return this.#media?.publisher;
  }

  get media(): MediaState {
    if (this.closed) return 'down';
    return this.#media?.state ?? 'idle';
  }

  /** When anything last arrived, by performance.now(). */
  get lastArrival(): number | null {
    return this.#media?.watch.lastArrival ?? null;
  }

  /** Whether the stay may still be taken up again on another socket. */
  get resumable(): boolean {
    return !this.closed && !this.#over && this.#resumeToken !== undefined;
  }

  /** Names this stay to the node, also when it is over. */
  get resumeToken(): string | undefined {
    return this.#resumeToken;
  }

  /**
   * Joins with one request and starts to receive and send. The device is loaded while the socket opens, and the first
   * packets may pass before this resolves. Rejects with the failure; the caller closes the session then.
   */
  async open(ticket: CallTicket, { link, previous, connectMs }: Arrival = {}): Promise<void> {
    const { openSocket, loadDevice, identity, encryption } = this.#options;
    this.#ticket = ticket;
    this.#encryption = ticket.endToEndEncrypted ? encryption?.begin(ticket) : undefined;
    if (ticket.endToEndEncrypted && !this.#encryption) throw new CallError('unsupported', 'this call is encrypted');
    const signaling = new Signaling(link ?? new SocketLink(ticket.url, openSocket));
    this.#signaling = signaling;
    signaling.on('lost', () => this.emit('lost', 'socket', null, 'socket'));
    signaling.on('call-closed', ({ reason }) => this.#handleClosed(reason));
    const capabilities = ticket.routerRtpCapabilities;
    const codecs = this.#encryption ? encryptableCapabilities(capabilities) : capabilities;
    const [device, ownIdentity] = await Promise.all([loadDevice(codecs), identity(), signaling.opened(connectMs)]);
    if (this.closed) return;
    this.#device = device;
    this.#identity = ownIdentity;
    const wish = { ticket: ticket.ticket, ...this.#abilities(device) };
    const answer = await signaling.request('join', { ...wish, ...(previous ? { previous } : {}) });
    if (this.closed) return;
    // Subscribed once: receiver and publisher are other ones after a rebuild.
    signaling.on('consumer-added', (consumer) => void this.receiver?.handleConsumersAdded([consumer]));
    signaling.on('consumer-closed', ({ consumerId }) => this.receiver?.handleConsumerClosed(consumerId));
    signaling.on('consumer-starved', ({ consumerId, starved }) => this.receiver?.handleStarved(consumerId, starved));
    signaling.on('producer-changed', ({ producerId, paused, pauseReason }) =>
      this.receiver?.handleProducerChanged(producerId, paused, pauseReason),
    );
    this.#enter(device, signaling, answer);
  }

  /** Says what a source should send from now on, before or after joining; null stops it. */
  set(source: MediaSource, outgoing: Outgoing | null): void {
    if (outgoing) this.#outgoing.set(source, outgoing);
    else this.#outgoing.delete(source);
    this.publisher?.set(source, outgoing);
  }

  /** What the node is to forward to here. Told again by the caller after each entering and resuming. */
  setReception(media: 'all' | 'audio'): void {
    if (media === this.#reception || !this.#signaling?.up) return;
    this.#reception = media;
    this.#signaling.request('set-reception', { media }).catch(() => {
      this.#reception = undefined;
    });
  }

  /** Looks at what arrives more often, for as long as something is being brought back. */
  lookClosely(closely: boolean): void {
    this.#closely = closely;
    this.#media?.watch.lookClosely(closely);
  }

  /**
   * Climbs a rung of the recovery ladder that keeps the stay. `ice-restart`: new candidates on the same transports; it also finds
   * out whether the socket is alive. `resume`: another socket, and an ICE restart in the same round trip; new transports too where
   * nobody knows what the node holds of the present ones. `rebuild`: new transports over the same socket. Rejects with the failure; the stay is as lost as before then.
   */
  async climb(rung: Exclude<Rung, 'rejoin'>): Promise<void> {
    if (rung === 'ice-restart') await this.#media?.restartIce(this.#answerDeadlineMs());
    else if (rung === 'resume') await this.#resume();
    else await this.#rebuild();
  }

  /** What the browser counts on either side; null where no transport is open. */
  async statistics(): Promise<{ send: RTCStatsReport | null; receive: RTCStatsReport | null }> {
    return (await this.#media?.statistics()) ?? { send: null, receive: null };
  }

  /** Says goodbye, so that the others see at once that this was meant. Never rejects. */
  async leave(): Promise<void> {
    await this.#signaling?.request('leave', {}).catch(() => undefined);
  }

  /** Idempotent. Closes the socket and both transports, and with them what is sent and received. */
  close(): void {
    if (this.closed) return;
    this.#aborted.abort();
    this.removeAllListeners();
    this.#signaling?.close();
    this.#media?.close();
  }

  async #resume(): Promise<void> {
    const [signaling, ticket, resumeToken] = [this.#signaling, this.#ticket, this.#resumeToken];
    if (!signaling || !ticket || !resumeToken) throw new CallError('call.not-found', 'there is nothing to resume');
    const link = new SocketLink(ticket.url, this.#options.openSocket);
    try {
      await link.opened(longestAnswerMs());
      const answer = await link.request('resume', { resumeToken }, longestAnswerMs());
      if (this.closed) throw new CallError('unreachable', 'the session has been closed');
      this.#resumeToken = answer.resumeToken;
      signaling.moveTo(link);
      this.emit('resumed', answer);
      void this.receiver?.handleConsumers(answer.consumers);
      await this.#media?.takeIce(answer.send.iceParameters, answer.receive.iceParameters);
    } catch (error) {
      if (!signaling.up) link.close();
      if (failureOf(error) !== 'unreachable') this.#over = true;
      throw error;
    }
    if (this.#uncertain) await this.#rebuild();
    else this.publisher?.sayAgain();
  }

  async #rebuild(): Promise<void> {
    const [signaling, device] = [this.#signaling, this.#device];
    if (!signaling || !device) throw new CallError('call.not-joined', 'there is nothing to rebuild');
    const answer = await signaling.request('rebuild-transports', this.#abilities(device), longestAnswerMs());
    if (this.closed) return;
    this.#media?.close();
    this.#enter(device, signaling, answer);
  }

  #abilities(device: Device) {
    const { dtls } = this.#identity ?? {};
    return { rtpCapabilities: { ...device.recvRtpCapabilities }, ...(dtls ? { dtls } : {}) };
  }

  #enter(device: Device, signaling: Signaling, answer: JoinAnswer): void {
    const media = new SessionMedia(signaling, answer, {
      device,
      identity: this.#identity,
      encryption: this.#encryption,
      iceServers: this.#ticket?.iceServers ?? [],
      expectation: this.#options.expectation,
    });
    this.#media = media;
    this.#resumeToken = answer.resumeToken;
    this.#uncertain = false;
    media.watch.lookClosely(this.#closely);
    media.watch.on('look', (look) => this.emit('look', media, look));
    media.on('down', (cause) => this.emit('lost', 'transport', null, cause));
    media.on('state', (state) => this.emit('media', state));
    media.on('uncertain', (failure, anew) => this.#handleUncertain(signaling, failure, anew));
    // Listeners of `entered` subscribe to receiver and publisher before the first track can come.
    this.emit('entered', answer);
    void media.receiver.handleConsumersAdded(answer.consumers);
    for (const [source, outgoing] of this.#outgoing) media.publisher.set(source, outgoing);
  }

  #handleUncertain(signaling: Signaling, failure: CallFailure, anew: boolean): void {
    this.#uncertain ||= anew;
    if (!signaling.up) return;
    signaling.drop();
    this.emit('lost', 'socket', failure, 'socket');
  }

  /**
   * A node says “ended” also when the visit has moved to another node. Whether it is over is for the api to say, when it is
   * asked for the next ticket.
   */
  #handleClosed(reason: LeaveReason): void {
    const failures: Partial<Record<LeaveReason, CallFailure>> = { replaced: 'call.replaced', removed: 'call.removed' };
    if (reason === 'node-draining') this.emit('lost', 'notice', null, 'node-draining');
    else this.emit('lost', 'place', failures[reason] ?? null, 'place-lost');
  }

  /** A socket that is dead in silence must not keep the call from the next rung for long. */
  #answerDeadlineMs(): number {
    const trip = this.#media?.watch.roundTripMs ?? 0;
    return Math.min(Math.max(patientTrips * trip, timeouts['calls.shortestAnswer']), longestAnswerMs());
  }
}
