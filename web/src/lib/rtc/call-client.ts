import type { CallParticipant, CallTicket, JoinAnswer, MediaSource } from '@yunzhen/shared/contract/call';
import { CallSession, type MediaState, type SessionOptions } from './call-session.ts';
import { failureOf, withDeadline, type CallFailure } from './call-failure.ts';
import { idleState, type CallState } from './call-state.ts';
import { Emitter } from './emitter.ts';
import type { NetworkPort } from './network-watch.ts';
import type { Outgoing } from './publisher.ts';
import { nextStep, type Loss, type StopReason } from './reconnect-policy.ts';
import type { RemoteTrack } from './remote-media.ts';
import { Roster } from './roster.ts';

type CallEvents = {
  state: [CallState];
  /** The others in the call, never oneself. */
  participants: [readonly CallParticipant[]];
  remoteTracks: [readonly RemoteTrack[]];
  /** What is sent from here, whether or not the node has it yet. */
  localTracks: [ReadonlyMap<MediaSource, Outgoing>];
  /** mediasoup’s score (0–10) of what arrives here and of what its sender sends. */
  score: [{ consumerId: string; score: number; producerScore: number }];
  /** A source can’t be sent; the call goes on without it. */
  refused: [source: MediaSource, failure: CallFailure];
};

export interface CallClientOptions extends SessionOptions {
  /** Asks the api for a ticket into the call. Rejects with an error that carries a `code`, or with any other one. */
  readonly requestTicket: (signal: AbortSignal) => Promise<CallTicket>;
  readonly network: NetworkPort;
  /** A number in [0, 1). */
  readonly random?: () => number;
}

interface Plan {
  readonly rung: 'restart-ice' | 'rejoin';
  readonly timer: ReturnType<typeof setTimeout>;
}

const ticketDeadlineMs = 8000;
/** ICE and DTLS have this long, after joining or after an ICE restart, before the next rung is tried. */
const mediaDeadlineMs = 6000;

/**
 * One’s part in the call of a visit, from the first ticket to the last goodbye. It holds one session at a time, and a
 * second one while it rejoins, and climbs the recovery ladder of the reconnect policy whenever something is lost.
 * Closing is final, idempotent, and closes the sessions; the local tracks belong to whoever opened them.
 */
export class CallClient extends Emitter<CallEvents> {
  readonly #options: CallClientOptions;
  readonly #roster = new Roster();
  readonly #outgoing = new Map<MediaSource, Outgoing>();
  /** The session that carries the call. */
  #session: CallSession | undefined;
  /** The session on its way in. */
  #attempt: CallSession | undefined;
  /** The next rung, waiting for its time. */
  #plan: Plan | undefined;
  #mediaTimer: ReturnType<typeof setTimeout> | undefined;
  #state: CallState = idleState;
  #joins = 0;
  #iceRestarts = 0;
  #wasOffline = false;
  #closed = false;

  constructor(options: CallClientOptions) {
    super();
    this.#options = options;
    this.#roster.on('change', (participants) => this.emit('participants', participants));
    options.network.on('offline', () => {
      this.#wasOffline = true;
    });
    options.network.on('online', () => this.#handleOnline());
    options.network.on('visible', () => this.retryNow());
  }

  get state(): CallState {
    return this.#state;
  }

  get participants(): readonly CallParticipant[] {
    return this.#roster.participants;
  }

  get remoteTracks(): readonly RemoteTrack[] {
    return this.#session?.receiver?.tracks ?? [];
  }

  /** Joins, or joins again after the call was left or taken over by another page. Does nothing while it is going on. */
  join(): void {
    if (this.#closed || (this.#state.phase !== 'idle' && this.#state.phase !== 'stopped')) return;
    this.#joins = 0;
    this.#iceRestarts = 0;
    this.#setState({ ...idleState, phase: 'joining', generation: this.#state.generation });
    void this.#tryToJoin();
  }

  /** Leaves for now: the place in the visit stays, and `join` comes back. Resolves when the node knows, or can’t. */
  async leave(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    this.#stop('left');
    await session?.leave();
    session?.close();
  }

  /** Says what a source sends from now on, at once and after every rejoin; null stops it. */
  publish(source: MediaSource, outgoing: Outgoing | null): void {
    if (outgoing) this.#outgoing.set(source, outgoing);
    else this.#outgoing.delete(source);
    this.#session?.set(source, outgoing);
    this.#attempt?.set(source, outgoing);
    this.emit('localTracks', this.#outgoing);
  }

  /** Tries the next rung now instead of waiting for it: somebody is looking. */
  retryNow(): void {
    if (this.#plan) this.#climb(this.#plan.rung);
  }

  /** Browser statistics of the session that carries the call; nulls when there is none. */
  async statistics(): Promise<{ send: RTCStatsReport | null; receive: RTCStatsReport | null }> {
    return (await this.#session?.statistics()) ?? { send: null, receive: null };
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stop('left');
    this.#options.network.close();
    this.removeAllListeners();
  }

  async #tryToJoin(): Promise<void> {
    this.#attempt?.close();
    const session = new CallSession(this.#options);
    this.#attempt = session;
    this.#joins += 1;
    for (const [source, outgoing] of this.#outgoing) session.set(source, outgoing);
    session.on('joined', (answer) => this.#handleJoined(session, answer));
    session.on('media', (media) => this.#handleMedia(session, media));
    session.on('lost', (loss, failure) => this.#handleLost(session, loss, failure));
    let ticket: CallTicket;
    try {
      ticket = await withDeadline(this.#options.requestTicket(session.signal), ticketDeadlineMs, 'ticket');
    } catch (error) {
      this.#fail(session, failureOf(error));
      return;
    }
    if (session.closed) return;
    try {
      await session.open(ticket);
    } catch (error) {
      const failure = failureOf(error);
      this.#fail(session, failure === 'call.ended' ? 'call.not-found' : failure);
    }
  }

  #fail(session: CallSession, failure: CallFailure): void {
    if (this.#attempt !== session) return;
    this.#attempt = undefined;
    session.close();
    this.#recover('join', failure);
  }

  /** The new session takes the call over; what the old one still carried stays on the screen until tracks replace it. */
  #handleJoined(session: CallSession, answer: JoinAnswer): void {
    if (this.#attempt !== session) return;
    this.#attempt = undefined;
    const before = this.#session;
    this.#session = session;
    before?.close();
    this.#iceRestarts = 0;
    session.receiver?.on('tracks', (tracks) => this.emit('remoteTracks', tracks));
    session.receiver?.on('source-closed', (id, producerId) => this.#roster.handleSourceClosed(id, producerId));
    session.publisher?.on('refused', (source, failure) => this.#handleRefused(source, failure));
    const { signaling } = session;
    signaling?.on('participant-joined', (participant) => this.#roster.handleParticipantJoined(participant));
    signaling?.on('participant-left', ({ participantId, reason }) =>
      this.#roster.handleParticipantLeft(participantId, reason),
    );
    signaling?.on('producer-changed', ({ participantId, source, producerId, paused }) =>
      this.#roster.handleSource(participantId, { source, producerId, paused }),
    );
    signaling?.on('consumer-added', ({ participantId, source, producerId, producerPaused }) =>
      this.#roster.handleSource(participantId, { source, producerId, paused: producerPaused }),
    );
    signaling?.on('consumer-score', (score) => this.emit('score', score));
    this.#roster.handleJoined(answer);
    this.#setState({ ...this.#state, generation: answer.generation, mediaUp: false });
    this.emit('remoteTracks', []);
    // Nothing to send and nothing to receive: there is no connection to wait for.
    if (this.#outgoing.size === 0 && answer.consumers.length === 0) this.#becomeLive(session);
    else this.#expectMedia(session);
  }

  #handleMedia(session: CallSession, media: MediaState): void {
    if (session !== this.#session) return;
    if (media === 'up') this.#becomeLive(session);
    else if (media === 'connecting') this.#expectMedia(session);
    else if (media === 'down') this.#handleLost(session, 'transport', null);
  }

  #handleLost(session: CallSession, loss: Loss, failure: CallFailure | null): void {
    // An attempt that loses its socket fails by itself. While another session is on its way in, what the old one loses
    // changes nothing, and that it is “replaced” is our own doing.
    if (session !== this.#session) return;
    if (loss === 'place') session.close();
    if (this.#attempt || (this.#plan?.rung === 'rejoin' && failure === null)) {
      this.#setState({ ...this.#state, mediaUp: session.media === 'up' });
      return;
    }
    this.#recover(loss, failure);
  }

  #becomeLive(session: CallSession): void {
    clearTimeout(this.#mediaTimer);
    if (this.#attempt || !session.signaling?.up) {
      // The packets pass again, but the rejoin that is on its way still has to happen.
      this.#setState({ ...this.#state, mediaUp: true });
      return;
    }
    this.#cancelPlan();
    this.#joins = 0;
    this.#iceRestarts = 0;
    this.#setState({ ...this.#state, phase: 'live', mediaUp: true, attempts: 0, failure: null });
  }

  #expectMedia(session: CallSession): void {
    clearTimeout(this.#mediaTimer);
    this.#mediaTimer = setTimeout(() => {
      // Everything that could have been sent was refused meanwhile, so there is nothing to connect.
      if (session.media === 'idle' && this.#outgoing.size === 0) this.#becomeLive(session);
      else if (session.media !== 'up') this.#handleLost(session, 'transport', null);
    }, mediaDeadlineMs);
  }

  #recover(lost: Loss, failure: CallFailure | null): void {
    const session = this.#session;
    const history = {
      lost,
      failure,
      joins: this.#joins,
      iceRestarts: this.#iceRestarts,
      socketUp: session?.signaling?.up ?? false,
      mediaUp: session?.media === 'up',
      online: this.#options.network.online,
    };
    const step = nextStep(history, (this.#options.random ?? Math.random)());
    if (step.rung === 'stop') {
      this.#stop(step.reason, failure);
      return;
    }
    clearTimeout(this.#mediaTimer);
    const phase = this.#state.phase === 'joining' ? 'joining' : 'reconnecting';
    this.#setState({
      ...this.#state,
      phase,
      mediaUp: history.mediaUp,
      attempts: this.#joins,
      failure,
    });
    const { rung, delayMs } = step;
    this.#cancelPlan();
    this.#plan = { rung, timer: setTimeout(() => this.#climb(rung), delayMs) };
  }

  #climb(rung: Plan['rung']): void {
    this.#cancelPlan();
    if (rung === 'restart-ice') void this.#restartIce();
    else void this.#tryToJoin();
  }

  #cancelPlan(): void {
    clearTimeout(this.#plan?.timer);
    this.#plan = undefined;
  }

  async #restartIce(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    this.#iceRestarts += 1;
    try {
      await session.restartIce();
      if (session === this.#session) this.#expectMedia(session);
    } catch (error) {
      const failure = failureOf(error);
      // Without an answer the socket is dead in silence; with a refusal the node knows these transports no more.
      this.#handleLost(session, failure === 'unreachable' ? 'socket' : 'place', failure);
    }
  }

  #handleRefused(source: MediaSource, failure: CallFailure): void {
    this.#outgoing.delete(source);
    this.emit('localTracks', this.#outgoing);
    this.emit('refused', source, failure);
  }

  /** After an absence the address has probably changed: new candidates now, not when ICE notices in some seconds. */
  #handleOnline(): void {
    const wasOffline = this.#wasOffline;
    this.#wasOffline = false;
    if (this.#plan) this.retryNow();
    else if (wasOffline && this.#attempt) void this.#tryToJoin();
    else if (wasOffline && this.#session) void this.#restartIce();
  }

  #stop(stopReason: StopReason, failure: CallFailure | null = null): void {
    this.#cancelPlan();
    clearTimeout(this.#mediaTimer);
    this.#attempt?.close();
    this.#attempt = undefined;
    this.#session?.close();
    this.#session = undefined;
    this.#roster.clear();
    this.emit('remoteTracks', []);
    this.#setState({ ...this.#state, phase: 'stopped', mediaUp: false, attempts: 0, failure, stopReason });
  }

  #setState(state: CallState): void {
    const keys = Object.keys(state) as (keyof CallState)[];
    if (keys.every((key) => state[key] === this.#state[key])) return;
    this.#state = state;
    this.emit('state', state);
  }
}
