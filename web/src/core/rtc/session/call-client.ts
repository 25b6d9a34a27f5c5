import type {
  CallParticipant,
  CallTicket,
  Caption,
  JoinAnswer,
  MediaSource,
  ResumeAnswer,
  RoomPhase,
} from '@yunzhen/shared/calls/call.contract';
import type { QualitySample, RecoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import { askForTicket, ticketDeadlineMs } from './ask-for-ticket.ts';
import type { CallEvents } from './call-events.ts';
import { failureOf, type CallFailure } from './call-failure.ts';
import { expectedKinds, isApart, type ExpectedKinds } from './call-flow.ts';
import { CallRecovery, type RecoveringCall } from './call-recovery.ts';
import { CallReports } from '../quality/call-reports.ts';
import { requestIfUp } from './request-if-up.ts';
import { RtcSession, type SessionOptions } from './rtc-session.ts';
import { idleState, type CallState } from './call-state.ts';
import { CallStatus } from './call-status.ts';
import { Emitter } from './emitter.ts';
import type { SentPicture } from '../quality/connection-policy.ts';
import { ConnectionTrust } from '../quality/connection-trust.ts';
import type { Expectation } from '../media/media-silence.ts';
import type { NetworkPort } from '../quality/network-watch.ts';
import { OwnSources, type MakeDarkTrack } from '../media/own-sources.ts';
import type { Outgoing } from '../media/publisher.ts';
import type { StopReason } from './reconnect-policy.ts';
import type { RemoteTrack } from '../media/remote-media.ts';
import { Roster } from './roster.ts';
import { sendCaption } from './send-caption.ts';
import { WarmSocket } from './warm-socket.ts';

export interface CallClientOptions extends Omit<SessionOptions, 'expectation'> {
  /** Requests a ticket for the call from the API. Rejects with an error that has a `code`, or with any other one. */
  readonly requestTicket: (signal: AbortSignal) => Promise<CallTicket>;
  readonly network: NetworkPort;
  readonly makeDarkTrack: MakeDarkTrack;
  /** A number in [0, 1). */
  readonly random?: () => number;
}

/** After a loss: how long a node may take to accept the socket, for each attempt so far. */
const connectAfterLossMs = 1500;
/**
 * This participant’s side of a visit’s call, from the first ticket until it is left. It has one session, a second one while it rejoins, and follows
 * the recovery ladder of the reconnect policy after every loss.
 * Closing is final and idempotent and closes the sessions; the local tracks belong to their opener.
 */
export class CallClient extends Emitter<CallEvents> {
  readonly #options: CallClientOptions;
  readonly #status = new CallStatus();
  readonly #roster = new Roster();
  readonly #reports = new CallReports();
  readonly #own: OwnSources;
  readonly #recovery: CallRecovery;
  readonly #trust = new ConnectionTrust(() => this.#handleTrust());
  #picturesWanted = true;
  readonly #warm: WarmSocket;
  /** Address of the node in the last ticket. */
  #nodeUrl: string | undefined;
  /** The session that carries the call. */
  #session: RtcSession | undefined;
  /** The session that is joining. */
  #attempt: RtcSession | undefined;
  #speechMs: number | null = null;
  #closed = false;

  constructor(options: CallClientOptions) {
    super();
    this.#options = options;
    this.#warm = new WarmSocket(options.openSocket);
    this.#own = new OwnSources(options.makeDarkTrack);
    this.#recovery = this.#createRecovery();
    this.#own.on('change', (source, outgoing) => {
      this.#session?.set(source, outgoing);
      this.#attempt?.set(source, outgoing);
    });
    this.#status.on('change', (state) => this.emit('state', state));
    this.#roster.on('change', (participants) => this.emit('participants', participants));
    this.#reports.on('recovered', (report) => this.#handleRecovered(report));
  }

  get state(): CallState {
    return this.#status.state;
  }

  get participants(): readonly CallParticipant[] {
    return this.#roster.participants;
  }

  get remoteTracks(): readonly RemoteTrack[] {
    return this.#session?.receiver?.tracks ?? [];
  }

  /** Whether sound or a picture should be arriving now: sent, and forwarded by room phase and connection. */
  get expectsMedia(): boolean {
    return this.#expectation().toArrive;
  }

  /** The kinds of media that should be arriving now. */
  get expectedKinds(): ExpectedKinds {
    const { participants, remoteTracks: tracks, state } = this;
    const role = this.#session?.ticket?.role;
    return expectedKinds({ roomPhase: state.roomPhase, role, reception: this.#reception, participants, tracks });
  }

  /** State of the local picture on the local connection. */
  get ownPicture(): SentPicture {
    return this.#session?.publisher?.sentPicture ?? 'full';
  }

  get localTracks(): ReadonlyMap<MediaSource, Outgoing> {
    return this.#own.wanted;
  }

  get #reception(): 'all' | 'audio' {
    return this.#picturesWanted && !this.#trust.audioOnly ? 'all' : 'audio';
  }

  /** Opens a socket to the node that the ticket will probably name, so that the join need not wait for one. */
  warmUp(url: string): void {
    if (!this.#closed) this.#warm.open(url);
  }

  /**
   * Connects transports, ICE and DTLS on both sides while the patient waits, and sends dark tracks instead of the user’s own.
   * Silent: after a failure the state is `idle` again and `join` starts from the beginning.
   */
  prepare(): void {
    if (this.#closed || this.#status.progress !== 'idle') return;
    this.#own.setDark(true);
    this.reserve(...(['microphone', 'camera'] as const).filter((source) => !this.localTracks.has(source)));
    this.#start(true);
  }

  /** Joins, or joins again after the call was left or taken over by another page. Reuses a prepared call. Does nothing while the call is running. */
  join(): void {
    if (this.#closed) return;
    const { progress } = this.#status;
    this.#reports.handleAsked(progress === 'whole');
    if (progress === 'idle' || progress === 'stopped') this.#start(false);
    else this.#status.set({ quiet: false });
  }

  /** Starts the measurement of the first picture when this page admits the patient. */
  expectPicture(): void {
    this.#reports.handleAsked(this.state.phase === 'prepared');
  }

  /** Records that the page shows another participant’s picture. Returns the report for the first one. */
  handlePictureShown() {
    return this.#reports.handlePictureShown(this.#session?.signaling);
  }

  /** Leaves the call for now; `join` returns to it. Resolves when the node has been notified or cannot be. */
  async leave(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    this.#status.set({ quiet: false });
    this.#stop('left');
    await session?.leave();
    session?.close();
    // A participant who returns does so soon, and to the same node.
    if (session?.ticket) this.warmUp(session.ticket.url);
  }

  /** Sets what a source sends from now on, including after every rejoin; null stops it. */
  publish(source: MediaSource, outgoing: Outgoing | null): void {
    this.#own.set(source, outgoing);
    this.emit('localTracks', this.#own.wanted);
  }

  /** Reserves senders for sources whose devices may open later; dark tracks are sent until then. */
  reserve(...sources: MediaSource[]): void {
    this.#own.reserve(sources);
    this.emit('localTracks', this.#own.wanted);
  }

  /** Runs the next recovery step now instead of waiting for it, because the user is looking at the page. */
  retryNow(): void {
    this.#recovery.retryNow();
  }

  /** Sets whether this user receives pictures; other participants are not affected. */
  setPicturesWanted(wanted: boolean): void {
    this.#picturesWanted = wanted;
    this.#session?.setReception(this.#reception);
  }

  /** Requests pictures again although the connection is not trusted with them yet. */
  resumePictures(): void {
    this.#trust.forgive();
    this.#session?.publisher?.tryPicture();
  }

  /** Sets a minimum playout delay for speech in milliseconds; null leaves it to the browser. */
  holdSpeech(milliseconds: number | null): void {
    this.#speechMs = milliseconds;
    this.#session?.receiver?.holdSpeech(milliseconds);
  }

  /** Reports the quality to the node. Resolves with whether the node has received it. */
  reportQuality(samples: QualitySample[]): Promise<boolean> {
    return requestIfUp(this.#session?.signaling, 'report-quality', { samples });
  }

  /** Sends a caption to the others. Resolves with how many received it; undefined when it was not sent. */
  sendCaption(caption: Caption): ReturnType<typeof sendCaption> {
    return sendCaption(this.#session, caption);
  }

  /** Browser statistics of the session that carries the call; nulls when there is none. */
  async statistics(): Promise<{ send: RTCStatsReport | null; receive: RTCStatsReport | null }> {
    return (await this.#session?.statistics()) ?? { send: null, receive: null };
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stop('left');
    this.#warm.close();
    this.#trust.close();
    this.#own.close();
    this.#reports.close();
    this.#status.close();
    this.#options.network.close();
    this.#options.encryption?.close();
    this.removeAllListeners();
  }

  #createRecovery(): CallRecovery {
    const { network, random = Math.random } = this.#options;
    const call: RecoveringCall = {
      session: () => this.#session,
      attempting: () => this.#attempt !== undefined,
      sendsNothing: () => this.#own.sent.size === 0,
      expectedKinds: () => this.expectedKinds,
      rejoin: () => void this.#tryToJoin(this.#session?.resumeToken),
      stop: (reason, failure) => this.#stop(reason, failure),
    };
    const [status, reports, trust] = [this.#status, this.#reports, this.#trust];
    return new CallRecovery(call, { status, reports, trust, network, random });
  }

  #start(quiet: boolean): void {
    this.#recovery.reset();
    const { generation, phone } = this.state;
    this.#status.set({ ...idleState, generation, phone, progress: 'joining', quiet });
    void this.#tryToJoin();
  }

  /** @param previous the token of the stay to follow; undefined when the user asked to join */
  async #tryToJoin(previous?: string): Promise<void> {
    this.#attempt?.close();
    const session = new RtcSession({ ...this.#options, expectation: () => this.#expectation() });
    this.#attempt = session;
    this.#recovery.handleAttempt();
    for (const [source, outgoing] of this.#own.sent) session.set(source, outgoing);
    this.#listen(session);
    // The visit is probably still on the same node; opening a socket to another one does no harm.
    if (this.#nodeUrl) this.warmUp(this.#nodeUrl);
    let ticket: CallTicket;
    const afterLoss = previous !== undefined;
    try {
      ticket = await askForTicket(this.#options.requestTicket, session.signal, { afterLoss });
    } catch (error) {
      this.#fail(session, failureOf(error));
      return;
    }
    if (session.closed) return;
    this.#nodeUrl = ticket.url;
    this.#status.set({ phone: ticket.phone });
    try {
      await session.open(ticket, {
        link: this.#warm.take(ticket.url),
        previous,
        // A node that hangs must not delay the next ticket, which names another one.
        connectMs: afterLoss ? connectAfterLossMs * (1 + this.state.attempts) : ticketDeadlineMs,
      });
    } catch (error) {
      const failure = failureOf(error);
      this.#fail(session, failure === 'call.ended' ? 'call.not-found' : failure);
    }
  }

  #listen(session: RtcSession): void {
    session.on('entered', (answer) => this.#handleEntered(session, answer));
    session.on('resumed', (answer) => this.#handleResumed(session, answer));
    // An attempt that loses something fails on its own.
    session.on('media', (media) => session === this.#session && this.#recovery.handleMedia(session, media));
    session.on('lost', (loss, failure, cause) => {
      if (session === this.#session) this.#recovery.handleLost(session, loss, failure, cause);
    });
    session.on('sample', (counter, sample) => {
      if (session !== this.#session) return;
      const signaling = this.#status.progress === 'whole' ? session.signaling : undefined;
      this.#reports.handleSample(counter, sample, signaling);
    });
  }

  #fail(session: RtcSession, failure: CallFailure): void {
    if (this.#attempt !== session) return;
    this.#attempt = undefined;
    session.close();
    this.#recovery.handleFailedAttempt(failure);
  }

  /**
   * Switches the call to a new session, or to new transports of the present one. Pictures of the old ones stay on the screen until tracks replace
   * them.
   */
  #handleEntered(session: RtcSession, answer: JoinAnswer): void {
    if (this.#attempt === session) this.#replaceSession(session);
    else if (this.#session !== session) return;
    session.receiver?.on('tracks', (tracks) => this.emit('remoteTracks', tracks));
    session.receiver?.on('source-closed', (id, producerId) => this.#roster.handleSourceClosed(id, producerId));
    session.publisher?.on('refused', (source, failure) => this.#handleRefused(source, failure));
    session.receiver?.holdSpeech(this.#speechMs);
    session.publisher?.on('sentPicture', (picture) => this.emit('ownPicture', picture));
    this.emit('ownPicture', this.ownPicture);
    this.#roster.handleList(answer.participantId, answer.participants);
    this.#status.set({ generation: answer.generation, mediaUp: false });
    this.#handlePhase(answer.phase);
    this.emit('remoteTracks', []);
    session.setReception(this.#reception);
    // Nothing to send and nothing to receive: there is no connection to wait for.
    this.#recovery.handleEntered(session, this.#own.sent.size === 0 && answer.consumers.length === 0);
  }

  #replaceSession(session: RtcSession): void {
    const before = this.#session;
    this.#attempt = undefined;
    this.#session = session;
    before?.close();
    this.#recovery.handleNewSession();
    const { signaling } = session;
    if (signaling) this.#roster.follow(signaling);
    signaling?.on('phase-changed', ({ phase }) => this.#handlePhase(phase));
    signaling?.on('consumer-score', (score) => this.emit('score', score));
    signaling?.on('caption', (caption) => this.emit('caption', caption));
  }

  #handleResumed(session: RtcSession, answer: ResumeAnswer): void {
    if (session !== this.#session) return;
    this.#roster.handleList(session.ticket?.participantId ?? '', answer.participants);
    this.#status.set({ generation: answer.generation });
    this.#handlePhase(answer.phase);
    session.setReception(this.#reception);
  }

  #handlePhase(roomPhase: RoomPhase): void {
    const admitted = this.state.roomPhase === 'waiting' && roomPhase !== 'waiting';
    // Switches the tracks first: the user is waiting for this moment.
    this.#own.setDark(isApart(roomPhase, this.#session?.ticket?.role));
    if (admitted) this.#reports.handleAsked(this.#status.progress === 'whole');
    this.#status.set({ roomPhase, ...(admitted ? { quiet: false } : {}) });
  }

  #handleRecovered(report: RecoveryReport): void {
    this.#session?.sampleClosely(false);
    this.emit('recovered', report);
  }

  #handleRefused(source: MediaSource, failure: CallFailure): void {
    this.publish(source, null);
    this.emit('refused', source, failure);
  }

  #handleTrust(): void {
    const { audioOnly } = this.#trust;
    this.#own.setAudioOnly(audioOnly);
    this.#status.set({ carried: audioOnly ? 'audio-only' : 'all' });
    this.#session?.setReception(this.#reception);
  }

  #expectation(): Expectation {
    const { sound, picture } = this.expectedKinds;
    const sends = !this.#own.dark && [...this.#own.sent.values()].some(({ paused }) => !paused);
    return { toArrive: sound || picture, toBeAnswered: sends };
  }

  #stop(stopReason: StopReason, failure: CallFailure | null = null): void {
    this.#recovery.reset();
    this.#attempt?.close();
    this.#attempt = undefined;
    this.#session?.close();
    this.#session = undefined;
    this.#reports.drop();
    this.#roster.clear();
    this.emit('remoteTracks', []);
    const over = { roomPhase: null, mediaUp: false, attempts: 0, quiet: false };
    // A call that was only prepared ends silently, and can be prepared or joined again.
    if (this.#status.quiet) this.#status.set({ ...over, progress: 'idle', failure: null });
    else this.#status.set({ ...over, progress: 'stopped', failure, stopReason });
  }
}
