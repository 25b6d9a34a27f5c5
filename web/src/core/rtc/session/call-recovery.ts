import type { RecoveryCause } from '@yunzhen/shared/calls/quality.constants';
import { timeouts } from '../../timeouts.ts';
import { failureOf, type CallFailure } from './call-failure.ts';
import type { CallReports } from '../quality/call-reports.ts';
import type { RtcSession } from './rtc-session.ts';
import type { CallStatus } from './call-status.ts';
import type { ConnectionTrust } from '../quality/connection-trust.ts';
import type { NetworkPort } from '../quality/network-watch.ts';
import { RecoveryLadder } from './recovery-ladder.ts';
import type { Loss, Rung, StopReason } from './reconnect-policy.ts';
import type { MediaState } from './session-media.ts';

type StayRung = Exclude<Rung, 'rejoin'>;

/** The call that recovery restores. */
export interface RecoveringCall {
  /** The session that carries the call. */
  session(): RtcSession | undefined;
  /** Whether another session is joining. */
  attempting(): boolean;
  sendsNothing(): boolean;
  expectedKinds(): { readonly sound: boolean; readonly picture: boolean };
  /** Joins again, following the stay of the present session. */
  rejoin(): void;
  stop(reason: StopReason, failure: CallFailure | null): void;
}

export interface RecoveryParts {
  readonly status: CallStatus;
  readonly reports: CallReports;
  readonly trust: ConnectionTrust;
  readonly network: NetworkPort;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** Runs the recovery ladder after each loss, one step at a time, until the call is restored or over. */
export class CallRecovery {
  readonly #call: RecoveringCall;
  readonly #parts: RecoveryParts;
  readonly #ladder: RecoveryLadder;
  /** The step that runs on the present session; a later one invalidates its outcome. */
  #climbing: { readonly rung: StayRung } | undefined;
  #mediaTimer: ReturnType<typeof setTimeout> | undefined;
  #wasOffline = false;

  constructor(call: RecoveringCall, parts: RecoveryParts) {
    this.#call = call;
    this.#parts = parts;
    this.#ladder = new RecoveryLadder((rung) => this.#climb(rung), parts.random);
    const { network } = parts;
    network.on('offline', () => {
      this.#wasOffline = true;
    });
    network.on('online', () => this.#handleOnline());
    network.on('changed', () => this.#checkLine());
    network.on('visible', () => this.retryNow());
  }

  /** Runs the next step now instead of waiting for it. */
  retryNow(): void {
    this.#ladder.climbNow();
  }

  /** Resets all attempts when the user has asked for the call, or when it is over. */
  reset(): void {
    this.#ladder.handleWhole();
    this.#climbing = undefined;
    clearTimeout(this.#mediaTimer);
  }

  handleAttempt(): void {
    this.#ladder.handleTried('rejoin');
  }

  handleFailedAttempt(failure: CallFailure): void {
    this.#recover('join', failure);
  }

  /** Resets the steps when another session carries the call. */
  handleNewSession(): void {
    this.#climbing = undefined;
    this.#ladder.cancel();
    this.#ladder.handleEntered();
  }

  /** Records new transports of a stay. @param idle there is no media to connect them for */
  handleEntered(session: RtcSession, idle: boolean): void {
    if (this.#climbing?.rung === 'resume') this.#noteTried('rebuild');
    if (idle) this.#becomeWhole(session);
    else this.#expectMedia(session, this.#parts.status.progress === 'joining' ? 'calls.firstMedia' : 'calls.newMedia');
  }

  handleMedia(session: RtcSession, media: MediaState): void {
    if (media === 'up') this.#becomeWhole(session);
    else if (media === 'connecting' && this.#parts.status.progress === 'whole')
      this.#expectMedia(session, 'calls.firstMedia');
  }

  handleLost(session: RtcSession, loss: Loss, failure: CallFailure | null, cause: RecoveryCause): void {
    this.#noteLoss(session, loss === 'transport', cause);
    if (loss === 'place') session.close();
    // While another session is joining, losses of the old one are irrelevant, and its replacement is our own doing.
    const rejoins = this.#call.attempting() || (this.#ladder.planned === 'rejoin' && failure === null);
    if (rejoins || (this.#climbing && loss === 'transport')) {
      this.#parts.status.set({ mediaUp: session.media === 'up' });
    } else this.#recover(loss, failure);
  }

  #noteLoss(session: RtcSession, packetsLost: boolean, cause: RecoveryCause): void {
    const { reports, status, trust } = this.#parts;
    session.sampleClosely(true);
    if (status.progress !== 'whole') return;
    const fresh = !reports.recovering;
    const noticedAt = performance.now();
    const lastPacketAt = session.media === 'up' ? noticedAt : (session.lastArrival ?? noticedAt);
    reports.handleLoss({ cause, lastPacketAt, noticedAt, expects: this.#call.expectedKinds() });
    if (fresh && packetsLost && trust.handleLoss(noticedAt)) reports.handleTried('audio-only');
  }

  #becomeWhole(session: RtcSession): void {
    const { reports, status, trust } = this.#parts;
    clearTimeout(this.#mediaTimer);
    if (this.#call.attempting() || this.#climbing || !session.signaling?.up) {
      // Packets pass again, but a step that is already running must still finish.
      status.set({ mediaUp: true });
      return;
    }
    this.#ladder.handleWhole();
    status.set({ progress: 'whole', mediaUp: true, attempts: 0, failure: null });
    trust.handleWhole();
    session.sampleClosely(reports.recovering);
    reports.handleWhole(session.signaling);
  }

  #expectMedia(session: RtcSession, patience: 'calls.firstMedia' | 'calls.newMedia' | 'calls.sameMedia'): void {
    clearTimeout(this.#mediaTimer);
    this.#mediaTimer = setTimeout(() => {
      // All sources were rejected in the meantime, so there is nothing to connect.
      if (session.media === 'idle' && this.#call.sendsNothing()) this.#becomeWhole(session);
      else if (session.media !== 'up') this.handleLost(session, 'transport', null, 'ice');
    }, timeouts[patience]);
  }

  #recover(lost: Loss, failure: CallFailure | null): void {
    const session = this.#call.session();
    const { network, status } = this.#parts;
    const mediaUp = session?.media === 'up';
    const resumable = session?.resumable ?? false;
    const socketUp = session?.signaling?.up ?? false;
    const step = this.#ladder.next(lost, failure, { mediaUp, resumable, socketUp, online: network.online });
    if (step.rung === 'stop') {
      this.#call.stop(step.reason, failure);
      return;
    }
    clearTimeout(this.#mediaTimer);
    this.#climbing = undefined;
    const progress = status.progress === 'joining' ? 'joining' : 'reconnecting';
    status.set({ progress, mediaUp, attempts: this.#ladder.joins, failure });
    this.#ladder.plan(step.rung, step.delayMs);
  }

  #climb(rung: Rung): void {
    const session = this.#call.session();
    if (rung === 'rejoin' || !session) {
      this.#parts.reports.handleTried(rung);
      this.#call.rejoin();
      return;
    }
    this.#noteTried(rung);
    void this.#climbOn(session, rung);
  }

  #noteTried(rung: StayRung): void {
    this.#parts.reports.handleTried(rung);
    this.#ladder.handleTried(rung);
  }

  /** Runs a step that keeps the stay. */
  async #climbOn(session: RtcSession, rung: StayRung): Promise<void> {
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
    else this.#expectMedia(session, rung === 'rebuild' ? 'calls.newMedia' : 'calls.sameMedia');
  }

  #handleFailedRung(session: RtcSession, rung: StayRung, failure: CallFailure): void {
    this.#climbing = undefined;
    // Without an answer the socket is silently dead; after a rejection the node no longer has these transports.
    if (failure === 'unreachable') session.signaling?.drop();
    const lost = rung === 'resume' || failure === 'unreachable' ? 'socket' : 'place';
    // The API decides whether the visit is over.
    this.#recover(lost, failure === 'call.ended' ? 'call.not-found' : failure);
  }

  /** Requests new candidates at once, because the address has probably changed or the machine has slept; ICE would detect it seconds later. */
  #checkLine(): void {
    const session = this.#call.session();
    if (this.#ladder.planned) this.retryNow();
    else if (session && !this.#call.attempting() && !this.#climbing) {
      this.#noteLoss(session, false, 'network-changed');
      this.#climb('ice-restart');
    }
  }

  #handleOnline(): void {
    const wasOffline = this.#wasOffline;
    this.#wasOffline = false;
    if (wasOffline && this.#call.attempting()) this.#call.rejoin();
    else if (wasOffline || this.#ladder.planned) this.#checkLine();
  }
}
