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
  /** Joined with new transports: after joining, and after each rebuild. */
  entered: [JoinAnswer];
  /** The same stay continues over another socket. */
  resumed: [ResumeAnswer];
  media: [MediaState];
  /** A sample of the transports; `counter` distinguishes them, because new ones restart their counters. */
  sample: [counter: object, MediaSample];
  lost: [loss: Loss, failure: CallFailure | null, cause: RecoveryCause];
};

export interface SessionOptions {
  readonly openSocket: OpenSocket;
  /** Loads a device with the router’s capabilities; one device may serve many sessions. */
  readonly loadDevice: (routerRtpCapabilities: CallTicket['routerRtpCapabilities']) => Promise<Device>;
  /** Creates the transports’ certificate in advance; undefined where the browser does not support it. */
  readonly identity: () => Promise<DtlsIdentity | undefined>;
  /** End-to-end encryption for a call whose ticket requires it. */
  readonly encryption?: EncryptionSource;
  /** Media that should pass now; decides whether silence is a loss. */
  readonly expectation: () => Expectation;
}

/** Parameters of a session’s start, apart from its ticket. */
export interface Arrival {
  /** An open socket to this node. */
  readonly link?: SocketLink | undefined;
  /** Token of the stay that this one follows automatically, without the user asking. */
  readonly previous?: string | undefined;
  /** Timeout for opening the socket. */
  readonly connectMs?: number | undefined;
}

/** Answer timeout in round trips while packets do not pass, within the bounds of `timeouts`. */
const patientTrips = 5;
/** A new socket takes four round trips and TLS. */
const shortestResumeMs = 1500;
const longestAnswerMs = () => timeouts['calls.longestAnswer'];

/**
 * One stay on one media node: a socket, two transports, sent and received media. It is created for one ticket.
 * Its socket and transports may be replaced; after it is closed, the call continues in the next session.
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
  /** A request over a lost socket was not answered, so the node’s state is unknown. */
  #uncertain = false;
  /** Last reception sent to the node; a new stay receives everything. */
  #reception: 'all' | 'audio' | undefined = 'all';
  #closely = false;

  constructor(options: SessionOptions) {
    super();
    this.#options = options;
  }

  /** Aborts when the session closes, which cancels the ticket request. */
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

  /** Whether the stay may still be resumed on another socket. */
  get resumable(): boolean {
    return !this.closed && !this.#over && this.#resumeToken !== undefined;
  }

  /** Identifies this stay to the node, also when it is over. */
  get resumeToken(): string | undefined {
    return this.#resumeToken;
  }

  /**
   * Joins with one request and starts to receive and send. The device loads while the socket opens, and the first packets may pass before this
   * resolves.
   * Rejects with the failure; the caller then closes the session.
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
    // Subscribed once: a rebuild replaces receiver and publisher.
    signaling.on('consumer-added', (consumer) => void this.receiver?.handleConsumersAdded([consumer]));
    signaling.on('consumer-closed', ({ consumerId }) => this.receiver?.handleConsumerClosed(consumerId));
    signaling.on('consumer-starved', ({ consumerId, starved }) => this.receiver?.handleStarved(consumerId, starved));
    signaling.on('producer-changed', ({ producerId, paused, pauseReason }) =>
      this.receiver?.handleProducerChanged(producerId, paused, pauseReason),
    );
    this.#enter(device, signaling, answer);
  }

  /** Sets what a source should send from now on, before or after joining; null stops it. */
  set(source: MediaSource, outgoing: Outgoing | null): void {
    if (outgoing) this.#outgoing.set(source, outgoing);
    else this.#outgoing.delete(source);
    this.publisher?.set(source, outgoing);
  }

  /** Sets what the node forwards to this page. The caller repeats it after each join and resume. */
  setReception(media: 'all' | 'audio'): void {
    if (media === this.#reception || !this.#signaling?.up) return;
    this.#reception = media;
    this.#signaling.request('set-reception', { media }).catch(() => {
      this.#reception = undefined;
    });
  }

  /** Samples the transports more often while the connection is being restored. */
  sampleClosely(closely: boolean): void {
    this.#closely = closely;
    this.#media?.watch.sampleClosely(closely);
  }

  /**
   * Runs a recovery step that keeps the stay. Rejects with the failure; the stay is then as lost as before.
   * - `ice-restart`: new candidates on the same transports; also tests the socket
   * - `resume`: another socket and an ICE restart in one round trip; also new transports where the node’s state is unknown
   * - `rebuild`: new transports over the same socket
   */
  async climb(rung: Exclude<Rung, 'rejoin'>): Promise<void> {
    if (rung === 'ice-restart') await this.#media?.restartIce(this.#answerDeadlineMs());
    else if (rung === 'resume') await this.#resume();
    else await this.#rebuild();
  }

  /** Browser statistics of both transports; null where none is open. */
  async statistics(): Promise<{ send: RTCStatsReport | null; receive: RTCStatsReport | null }> {
    return (await this.#media?.statistics()) ?? { send: null, receive: null };
  }

  /** Notifies the node, so that the others see at once that leaving was intended. Never rejects. */
  async leave(): Promise<void> {
    await this.#signaling?.request('leave', {}).catch(() => undefined);
  }

  /** Closes the socket and both transports, and with them sent and received media. Idempotent. */
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
      const deadlineMs = this.#resumeDeadlineMs();
      await link.opened(deadlineMs);
      const answer = await link.request('resume', { resumeToken }, deadlineMs);
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
    media.watch.sampleClosely(this.#closely);
    media.watch.on('sample', (sample) => this.emit('sample', media, sample));
    media.on('down', (cause) => this.emit('lost', 'transport', null, cause));
    media.on('state', (state) => this.emit('media', state));
    media.on('uncertain', (failure, anew) => this.#handleUncertain(signaling, failure, anew));
    // Listeners of `entered` subscribe to receiver and publisher before the first track arrives.
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
   * Handles a stay closed by the node. A node reports “ended” also when the visit has moved to another node; the API decides when it is asked for the
   * next ticket.
   */
  #handleClosed(reason: LeaveReason): void {
    const failures: Partial<Record<LeaveReason, CallFailure>> = { replaced: 'call.replaced', removed: 'call.removed' };
    if (reason === 'node-draining') this.emit('lost', 'notice', null, 'node-draining');
    else this.emit('lost', 'place', failures[reason] ?? null, 'place-lost');
  }

  /**
   * Returns how long a new socket may take: a node that hangs accepts connections and says nothing, and another one may be waiting. A slower network
   * gets a further attempt after the next ticket.
   */
  #resumeDeadlineMs(): number {
    return Math.min(Math.max(2 * this.#answerDeadlineMs(), shortestResumeMs), longestAnswerMs());
  }

  /** Returns the answer timeout: a silently dead socket must not delay the next step for long. */
  #answerDeadlineMs(): number {
    const trip = this.#media?.watch.roundTripMs ?? 0;
    return Math.min(Math.max(patientTrips * trip, timeouts['calls.shortestAnswer']), longestAnswerMs());
  }
}
