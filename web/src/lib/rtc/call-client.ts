import type {
  CallParticipant,
  CallTicket,
  JoinAnswer,
  MediaSource,
  ResumeAnswer,
  RoomPhase,
} from '@yunzhen/shared/contract/call';
import type { QualitySample, RecoveryCause, RecoveryReport } from '@yunzhen/shared/contract/call-quality';
import { failureOf, withDeadline, type CallFailure } from './call-failure.ts';
import { expectedKinds, isApart } from './call-flow.ts';
import { CallReports } from './call-reports.ts';
import { CallSession, type SessionOptions } from './call-session.ts';
import { idleState, type CallState } from './call-state.ts';
import { CallStatus } from './call-status.ts';
import { Emitter } from './emitter.ts';
import type { PictureOnLine } from './line-policy.ts';
import { LineTrust } from './line-trust.ts';
import type { Expectation } from './media-silence.ts';
import type { NetworkPort } from './network-watch.ts';
import { OwnSources, type MakeDarkTrack } from './own-sources.ts';
import type { Outgoing } from './publisher.ts';
import { RecoveryLadder } from './recovery-ladder.ts';
import type { Loss, Rung, StopReason } from './reconnect-policy.ts';
import type { RemoteTrack } from './remote-media.ts';
import { Roster } from './roster.ts';
import type { MediaState } from './session-media.ts';
import { WarmSocket } from './warm-socket.ts';

type CallEvents = {
  state: [CallState];
  /** The others in the call, never oneself. */
  participants: [readonly CallParticipant[]];
  remoteTracks: [readonly RemoteTrack[]];
  /** What is to be sent from here, whether or not the node has it yet. */
  localTracks: [ReadonlyMap<MediaSource, Outgoing>];
  /** mediasoup’s score (0–10) of what arrives here and of what its sender sends. */
  score: [{ consumerId: string; score: number; producerScore: number }];
  /** A source can’t be sent; the call goes on without it. */
  refused: [source: MediaSource, failure: CallFailure];
  /** The call is whole again after a loss. */
  recovered: [RecoveryReport];
  /** What one’s own line carries of one’s own picture. */
  ownPicture: [PictureOnLine];
};

export interface CallClientOptions extends Omit<SessionOptions, 'expectation'> {
  /** Asks the api for a ticket into the call. Rejects with an error that carries a `code`, or with any other one. */
  readonly requestTicket: (signal: AbortSignal) => Promise<CallTicket>;
  readonly network: NetworkPort;
  readonly makeDarkTrack: MakeDarkTrack;
  /** A number in [0, 1). */
  readonly random?: () => number;
}

type StayRung = Exclude<Rung, 'rejoin'>;

const ticketDeadlineMs = 5000;
/** ICE and DTLS have this long before the next rung is tried: for the first time, with new transports, on the same ones. */
const firstMediaMs = 6000;
const newMediaMs = 4000;
const sameMediaMs = 2500;

/**
 * One’s part in the call of a visit, from the first ticket to the last goodbye. It holds one session at a time, and a
 * second one while it rejoins, and climbs the recovery ladder of the reconnect policy whenever something is lost.
 * Closing is final, idempotent, and closes the sessions; the local tracks belong to whoever opened them.
 */
export class CallClient extends Emitter<CallEvents> {
  readonly #options: CallClientOptions;
  readonly #status = new CallStatus();
  readonly #roster = new Roster();
  readonly #reports = new CallReports();
  readonly #own: OwnSources;
  readonly #ladder: RecoveryLadder;
  readonly #trust = new LineTrust(() => this.#handleTrust());
  readonly #warm: WarmSocket;
  /** The session that carries the call. */
  #session: CallSession | undefined;
  /** The session on its way in. */
  #attempt: CallSession | undefined;
  /** The rung that is being climbed on the present session; a later one makes its outcome void. */
  #climbing: { readonly rung: StayRung } | undefined;
  #mediaTimer: ReturnType<typeof setTimeout> | undefined;
  #wasOffline = false;
  #closed = false;

  constructor(options: CallClientOptions) {
    super();
    this.#options = options;
    this.#warm = new WarmSocket(options.openSocket);
    this.#own = new OwnSources(options.makeDarkTrack);
    this.#ladder = new RecoveryLadder((rung) => this.#climb(rung), options.random ?? Math.random);
    this.#own.on('change', (source, outgoing) => {
      this.#session?.set(source, outgoing);
      this.#attempt?.set(source, outgoing);
    });
    this.#status.on('change', (state) => this.emit('state', state));
    this.#roster.on('change', (participants) => this.emit('participants', participants));
    this.#reports.on('recovered', (report) => this.#handleRecovered(report));
    options.network.on('offline', () => {
      this.#wasOffline = true;
    });
    options.network.on('online', () => this.#handleOnline());
    options.network.on('changed', () => this.#checkLine());
    options.network.on('visible', () => this.retryNow());
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

  /** Sound or a picture should be arriving now: sent, and let through by the room and the line. */
  get expectsMedia(): boolean {
    return this.#expectation().toArrive;
  }

  /** Which of it. */
  get expectedKinds(): { readonly sound: boolean; readonly picture: boolean } {
    const { participants, remoteTracks: tracks, state } = this;
    const kinds = expectedKinds({
      roomPhase: state.roomPhase,
      role: this.#session?.ticket?.role,
      participants,
      tracks,
    });
    return { sound: kinds.sound, picture: kinds.picture && !this.#trust.audioOnly };
  }

  /** What one’s own line carries of one’s own picture. */
  get ownPicture(): PictureOnLine {
    return this.#session?.publisher?.line ?? 'full';
  }

  get localTracks(): ReadonlyMap<MediaSource, Outgoing> {
    return this.#own.wanted;
  }

  /** Opens a socket to the node that the ticket will probably name, so that the join need not wait for one. */
  warmUp(url: string): void {
    if (!this.#closed) this.#warm.open(url);
  }

  /**
   * Connects everything while the patient waits: transports, ICE and DTLS are up on both sides, and dark tracks are sent in
   * the place of the person’s own. Silent: when it fails, the state is `idle` again and `join` starts afresh.
   */
  prepare(): void {
    if (this.#closed || this.#status.progress !== 'idle') return;
    this.#own.setDark(true);
    this.#own.reserve(['microphone', 'camera']);
    this.#start(true);
  }

  /**
   * Joins, or joins again after the call was left or taken over by another page. What was prepared is used. Does nothing while
   * it is going on.
   */
  join(): void {
    if (this.#closed) return;
    const { progress } = this.#status;
    this.#reports.handleAsked(progress === 'whole');
    if (progress === 'idle' || progress === 'stopped') this.#start(false);
    else this.#status.set({ quiet: false });
  }

  /** The patient is being admitted from here: the wait for the first picture begins. */
  expectPicture(): void {
    this.#reports.handleAsked(this.state.phase === 'prepared');
  }

  /** The page shows a picture of another. Answers with the report on the first one. */
  handlePictureShown() {
    return this.#reports.handlePictureShown(this.#session?.signaling);
  }

  /** Leaves for now: the place in the visit stays, and `join` comes back. Resolves when the node knows, or can’t. */
  async leave(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    this.#status.set({ quiet: false });
    this.#stop('left');
    await session?.leave();
    session?.close();
  }

  /** Says what a source sends from now on, at once and after every rejoin; null stops it. */
  publish(source: MediaSource, outgoing: Outgoing | null): void {
    this.#own.set(source, outgoing);
    this.emit('localTracks', this.#own.wanted);
  }

  /** Tries the next rung now instead of waiting for it: somebody is looking. */
  retryNow(): void {
    this.#ladder.climbNow();
  }

  /** Asks for pictures again although the line is not trusted with them yet. */
  resumePictures(): void {
    this.#trust.forgive();
    this.#session?.publisher?.tryPicture();
  }

  /** Tells the node how the line does. Resolves with whether it has it. */
  async reportQuality(samples: QualitySample[]): Promise<boolean> {
    const signaling = this.#session?.signaling;
    if (!signaling?.up) return false;
    return signaling.request('report-quality', { samples }).then(
      () => true,
      () => false,
    );
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

  #start(quiet: boolean): void {
    this.#ladder.handleWhole();
    const { generation, phone } = this.state;
    this.#status.set({ ...idleState, generation, phone, progress: 'joining', quiet });
    void this.#tryToJoin();
  }

  /** @param previous the token of the stay to follow; undefined when a person has asked */
  async #tryToJoin(previous?: string): Promise<void> {
    this.#attempt?.close();
    const session = new CallSession({ ...this.#options, expectation: () => this.#expectation() });
    this.#attempt = session;
    this.#ladder.handleTried('rejoin');
    for (const [source, outgoing] of this.#own.sent) session.set(source, outgoing);
    this.#listen(session);
    let ticket: CallTicket;
    try {
      ticket = await withDeadline(this.#options.requestTicket(session.signal), ticketDeadlineMs, 'ticket');
    } catch (error) {
      this.#fail(session, failureOf(error));
      return;
    }
    if (session.closed) return;
    this.#status.set({ phone: ticket.phone });
    try {
      await session.open(ticket, { link: this.#warm.take(ticket.url), previous });
    } catch (error) {
      const failure = failureOf(error);
      this.#fail(session, failure === 'call.ended' ? 'call.not-found' : failure);
    }
  }

  #listen(session: CallSession): void {
    session.on('entered', (answer) => this.#handleEntered(session, answer));
    session.on('resumed', (answer) => this.#handleResumed(session, answer));
    session.on('media', (media) => this.#handleMedia(session, media));
    session.on('lost', (loss, failure, cause) => this.#handleLost(session, loss, failure, cause));
    session.on('look', (counter, look) => {
      if (session !== this.#session) return;
      this.#reports.handleLook(counter, look, this.#status.progress === 'whole' ? session.signaling : undefined);
    });
  }

  #fail(session: CallSession, failure: CallFailure): void {
    if (this.#attempt !== session) return;
    this.#attempt = undefined;
    session.close();
    this.#recover('join', failure);
  }

  /**
   * A new session takes the call over, or the present one has new transports. What the old ones still carried stays on the
   * screen until tracks replace it.
   */
  #handleEntered(session: CallSession, answer: JoinAnswer): void {
    if (this.#attempt === session) this.#replaceSession(session);
    else if (this.#session !== session) return;
    session.receiver?.on('tracks', (tracks) => this.emit('remoteTracks', tracks));
    session.receiver?.on('source-closed', (id, producerId) => this.#roster.handleSourceClosed(id, producerId));
    session.publisher?.on('refused', (source, failure) => this.#handleRefused(source, failure));
    session.publisher?.on('line', (picture) => this.emit('ownPicture', picture));
    this.emit('ownPicture', this.ownPicture);
    this.#roster.handleList(answer.participantId, answer.participants);
    this.#status.set({ generation: answer.generation, mediaUp: false });
    this.#handlePhase(answer.phase);
    this.emit('remoteTracks', []);
    session.setReception(this.#trust.audioOnly ? 'audio' : 'all');
    // Nothing to send and nothing to receive: there is no connection to wait for.
    if (this.#own.sent.size === 0 && answer.consumers.length === 0) this.#becomeWhole(session);
    else this.#expectMedia(session, this.#status.progress === 'joining' ? firstMediaMs : newMediaMs);
  }

  #replaceSession(session: CallSession): void {
    const before = this.#session;
    this.#attempt = undefined;
    this.#climbing = undefined;
    this.#session = session;
    before?.close();
    this.#ladder.cancel();
    this.#ladder.handleEntered();
    const { signaling } = session;
    if (signaling) this.#roster.follow(signaling);
    signaling?.on('phase-changed', ({ phase }) => this.#handlePhase(phase));
    signaling?.on('consumer-score', (score) => this.emit('score', score));
  }

  #handleResumed(session: CallSession, answer: ResumeAnswer): void {
    if (session !== this.#session) return;
    this.#roster.handleList(session.ticket?.participantId ?? '', answer.participants);
    this.#status.set({ generation: answer.generation });
    this.#handlePhase(answer.phase);
    session.setReception(this.#trust.audioOnly ? 'audio' : 'all');
  }

  #handlePhase(roomPhase: RoomPhase): void {
    const admitted = this.state.roomPhase === 'waiting' && roomPhase !== 'waiting';
    // First of all the tracks: this is the moment that the person has waited for.
    this.#own.setDark(isApart(roomPhase, this.#session?.ticket?.role));
    if (admitted) this.#reports.handleAsked(this.#status.progress === 'whole');
    this.#status.set({ roomPhase, ...(admitted ? { quiet: false } : {}) });
  }

  #handleMedia(session: CallSession, media: MediaState): void {
    if (session !== this.#session) return;
    if (media === 'up') this.#becomeWhole(session);
    else if (media === 'connecting' && this.#status.progress === 'whole') this.#expectMedia(session, firstMediaMs);
  }

  #handleLost(session: CallSession, loss: Loss, failure: CallFailure | null, cause: RecoveryCause): void {
    // An attempt that loses its socket fails by itself. While another session is on its way in, what the old one loses
    // changes nothing, and that it is “replaced” is our own doing.
    if (session !== this.#session) return;
    this.#noteLoss(session, loss === 'transport', cause);
    if (loss === 'place') session.close();
    const rejoins = this.#attempt || (this.#ladder.planned === 'rejoin' && failure === null);
    if (rejoins || (this.#climbing && loss === 'transport')) this.#status.set({ mediaUp: session.media === 'up' });
    else this.#recover(loss, failure);
  }

  #noteLoss(session: CallSession, packetsLost: boolean, cause: RecoveryCause): void {
    session.lookClosely(true);
    if (this.#reports.recovering || this.#status.progress !== 'whole') return;
    const noticedAt = performance.now();
    const lastPacketAt = session.media === 'up' ? noticedAt : (session.lastArrival ?? noticedAt);
    this.#reports.handleLoss({ cause, lastPacketAt, noticedAt, expects: this.expectedKinds });
    if (packetsLost && this.#trust.handleLoss(noticedAt)) this.#reports.handleTried('audio-only');
  }

  #becomeWhole(session: CallSession): void {
    clearTimeout(this.#mediaTimer);
    if (this.#attempt || this.#climbing || !session.signaling?.up) {
      // The packets pass again, but what is on its way still has to happen.
      this.#status.set({ mediaUp: true });
      return;
    }
    this.#ladder.handleWhole();
    this.#status.set({ progress: 'whole', mediaUp: true, attempts: 0, failure: null });
    this.#trust.handleWhole();
    session.lookClosely(this.#reports.recovering);
    this.#reports.handleWhole(session.signaling);
  }

  #handleRecovered(report: RecoveryReport): void {
    this.#session?.lookClosely(false);
    this.emit('recovered', report);
  }

  #expectMedia(session: CallSession, milliseconds: number): void {
    clearTimeout(this.#mediaTimer);
    this.#mediaTimer = setTimeout(() => {
      // Everything that could have been sent was refused meanwhile, so there is nothing to connect.
      if (session.media === 'idle' && this.#own.sent.size === 0) this.#becomeWhole(session);
      else if (session.media !== 'up') this.#handleLost(session, 'transport', null, 'ice');
    }, milliseconds);
  }

  #recover(lost: Loss, failure: CallFailure | null): void {
    const session = this.#session;
    const mediaUp = session?.media === 'up';
    const resumable = session?.resumable ?? false;
    const socketUp = session?.signaling?.up ?? false;
    const { online } = this.#options.network;
    const step = this.#ladder.next(lost, failure, { mediaUp, resumable, socketUp, online });
    if (step.rung === 'stop') {
      this.#stop(step.reason, failure);
      return;
    }
    clearTimeout(this.#mediaTimer);
    this.#climbing = undefined;
    const progress = this.#status.progress === 'joining' ? 'joining' : 'reconnecting';
    this.#status.set({ progress, mediaUp, attempts: this.#ladder.joins, failure });
    this.#ladder.plan(step.rung, step.delayMs);
  }

  #climb(rung: Rung): void {
    const session = this.#session;
    this.#reports.handleTried(rung);
    if (rung !== 'rejoin' && session) {
      this.#ladder.handleTried(rung);
      void this.#climbOn(session, rung);
      return;
    }
    // The visit is probably still where it was; if not, nothing is lost.
    if (session?.ticket) this.warmUp(session.ticket.url);
    void this.#tryToJoin(session?.resumeToken);
  }

  /** Climbs a rung that keeps the stay. */
  async #climbOn(session: CallSession, rung: StayRung): Promise<void> {
    const climbing = { rung };
    this.#climbing = climbing;
    try {
      await session.climb(rung);
    } catch (error) {
      if (this.#climbing === climbing) this.#handleFailedRung(session, rung, failureOf(error));
      return;
    }
    if (this.#climbing !== climbing) return;
    this.#climbing = undefined;
    if (session.media === 'up' || session.media === 'idle') this.#becomeWhole(session);
    else this.#expectMedia(session, rung === 'rebuild' ? newMediaMs : sameMediaMs);
  }

  #handleFailedRung(session: CallSession, rung: StayRung, failure: CallFailure): void {
    this.#climbing = undefined;
    // Without an answer the socket is dead in silence; with a refusal the node knows these transports no more.
    if (failure === 'unreachable') session.signaling?.drop();
    const lost = rung === 'resume' || failure === 'unreachable' ? 'socket' : 'place';
    // Whether the visit is over is for the api to say.
    this.#recover(lost, failure === 'call.ended' ? 'call.not-found' : failure);
  }

  #handleRefused(source: MediaSource, failure: CallFailure): void {
    this.publish(source, null);
    this.emit('refused', source, failure);
  }

  /** The address has probably changed, or the machine has slept: new candidates now, not when ICE notices in some seconds. */
  #checkLine(): void {
    const session = this.#session;
    if (this.#ladder.planned) this.retryNow();
    else if (session && !this.#attempt && !this.#climbing) {
      this.#noteLoss(session, false, 'network-changed');
      this.#climb('ice-restart');
    }
  }

  #handleOnline(): void {
    const wasOffline = this.#wasOffline;
    this.#wasOffline = false;
    if (wasOffline && this.#attempt) void this.#tryToJoin(this.#session?.resumeToken);
    else if (wasOffline || this.#ladder.planned) this.#checkLine();
  }

  #handleTrust(): void {
    const { audioOnly } = this.#trust;
    this.#own.setAudioOnly(audioOnly);
    this.#status.set({ carried: audioOnly ? 'audio-only' : 'all' });
    this.#session?.setReception(audioOnly ? 'audio' : 'all');
  }

  #expectation(): Expectation {
    const { sound, picture } = this.expectedKinds;
    const sends = !this.#own.dark && [...this.#own.sent.values()].some(({ paused }) => !paused);
    return { toArrive: sound || picture, toBeAnswered: sends };
  }

  #stop(stopReason: StopReason, failure: CallFailure | null = null): void {
    this.#ladder.cancel();
    this.#climbing = undefined;
    clearTimeout(this.#mediaTimer);
    this.#attempt?.close();
    this.#attempt = undefined;
    this.#session?.close();
    this.#session = undefined;
    this.#reports.drop();
    this.#roster.clear();
    this.emit('remoteTracks', []);
    const over = { roomPhase: null, mediaUp: false, attempts: 0, quiet: false };
    // What was only prepared ends in silence, and can be asked for as if it had never been.
    if (this.#status.quiet) this.#status.set({ ...over, progress: 'idle', failure: null });
    else this.#status.set({ ...over, progress: 'stopped', failure, stopReason });
  }
}
