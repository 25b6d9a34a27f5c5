import { EventEmitter } from 'node:events';
import type { Router, RtpCapabilities } from 'mediasoup/types';
import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { JoinAnswer, LeaveReason, ResumeAnswer, RoomPhase, RoomState } from '@yunzhen/shared/calls/call.contract';
import type { Logger } from '../../platform/logging/logger.ts';
import type { MediaWorker } from '../workers/media-worker.ts';
import type { CallEventRecorder, CallOccurrence, Measured } from './call-event-recorder.ts';
import { mayFlow, newerState } from './flow.ts';
import { Forwarding } from './forwarding.ts';
import { guardMedia } from './media-error.ts';
import type { RoomWish } from './order-book.ts';
import { Peer, type Admission } from './peer.ts';
import type { PeerChannel } from './peer-channel.ts';
import type { RoomParticipant } from './room-participant.ts';
import { RoomExclusions } from './room-exclusions.ts';
import { RoomParticipants } from './room-participants.ts';
import type { ResumeTokens } from './resume-tokens.ts';
import { TransportPair, transportParameters, type DtlsPair } from './transport-pair.ts';

export interface RoomOptions {
  readonly visitId: string;
  readonly hospitalId: string;
  /** The desired state when the room was opened. */
  readonly wish: RoomWish;
  /** How long an empty room is kept. */
  readonly lingerMs: number;
  /** How long an unreachable peer is kept. */
  readonly graceMs: number;
  readonly tokens: ResumeTokens<PeerSession>;
  readonly recorder: CallEventRecorder;
  readonly log: Logger;
  /** For connection checks: participants receive what they send. */
  readonly echo?: { readonly maxIncomingBitrate: number };
}

/** Error codes for a join into a closing room. */
const closedCodes: Partial<Record<LeaveReason, ErrorCode>> = {
  ended: 'call.ended',
  'node-draining': 'service.draining',
};

/** A peer and its room. */
export interface PeerSession {
  readonly room: Room;
  readonly peer: Peer;
}

/** A new or resumed peer, and the answer to its browser. */
export interface Entered<Answer> {
  readonly peerSession: PeerSession;
  readonly answer: Answer;
}

/** What a browser sends to create transports. */
export interface MediaWish {
  readonly rtpCapabilities: RtpCapabilities;
  /** The browser's DTLS parameters, if known: both transports are connected at once. */
  readonly dtls?: DtlsPair | undefined;
}

interface RoomEvents {
  /** A peer has closed. */
  departure: [];
  closed: [LeaveReason];
}

/**
 * The call of one visit: one router on one worker, and its participants.
 *
 * Closing cascades by ownership, each step idempotent, always from the owner down:
 *
 *     node → worker → room → peer → transport → producer, consumer
 *
 * - node closes: every room closes (`node-draining`), then the worker processes end;
 * - worker dies: its routers close, which closes their rooms (`worker-died`); the pool starts another worker;
 * - room closes: every peer closes with the room's reason, then the router; no one can join this object again;
 * - peer closes, or its media are rebuilt: its two transports close;
 * - transport closes: its producers and consumers close;
 * - producer closes: its consumers, which belong to other peers' transports, close, and those peers are notified.
 *
 * What is owned never closes its owner, with two exceptions: a peer whose browser is unreachable over socket and transports closes after `graceMs`,
 * and an empty room closes after `lingerMs`.
 */
export class Room extends EventEmitter<RoomEvents> {
  readonly visitId: string;
  readonly hospitalId: string;
  readonly #options: RoomOptions;
  readonly #worker: MediaWorker;
  readonly #router: Router;
  readonly #log: Logger;
  readonly #participants = new RoomParticipants();
  readonly #forwarding: Forwarding;
  #state: RoomState;
  readonly #exclusions: RoomExclusions;
  #linger: NodeJS.Timeout | undefined;
  #joining = 0;
  #closedFor: LeaveReason | undefined;

  private constructor(options: RoomOptions, worker: MediaWorker, router: Router) {
    super();
    this.visitId = options.visitId;
    this.hospitalId = options.hospitalId;
    this.#options = options;
    this.#worker = worker;
    this.#router = router;
    this.#state = options.wish.room;
    this.#exclusions = new RoomExclusions(options.wish);
    this.#log = options.log.child({ visitId: options.visitId });
    this.#forwarding = new Forwarding(this.#participants, this.#log, options.echo !== undefined);
    router.on('workerclose', () => this.close('worker-died'));
    this.#record('room-opened');
    this.#log.info({ worker: worker.index }, 'room opened');
    this.#lingerIfEmpty();
  }

  static async open(options: RoomOptions, worker: MediaWorker): Promise<Room> {
    return new Room(options, worker, await worker.createRouter());
  }

  get closed(): boolean {
    return this.#closedFor !== undefined;
  }

  /** Why the room has closed; undefined while it is open. */
  get closedFor(): LeaveReason | undefined {
    return this.#closedFor;
  }

  /** True while media can flow: the patient has been admitted and is not alone. */
  get running(): boolean {
    return this.#state.phase !== 'waiting' && this.peers.length > 1;
  }

  get phase(): RoomPhase {
    return this.#state.phase;
  }

  /** Peers that are open. */
  get peers(): readonly Peer[] {
    return this.#participants.peers;
  }

  /**
   * Applies the desired state from an order or a ticket: removes participants, then pauses and resumes media, all at once. A state older than the
   * present one changes nothing.
   */
  apply({ room, removed }: { room: RoomState; removed?: ReadonlySet<string> }): void {
    if (this.closed || room.revision < this.#state.revision) return;
    if (removed) this.#remove(removed);
    const before = this.#state;
    this.#state = newerState(before, room);
    if (this.#state.phase === before.phase) return;
    const { phase } = this.#state;
    this.#log.info({ ...this.#state }, 'phase changed');
    for (const peer of this.peers) void peer.subscriptions.direct();
    this.#participants.sendToAll('phase-changed', { phase });
  }

  /**
   * Admits a participant: creates and connects transports, closes an earlier peer, notifies the others, and starts to forward what they send. Later
   * events are pushed to `channel`; the answer contains the state before them.
   *
   * @throws AppError `call.ended`, `service.draining` or `service.unavailable` when the room closed during the call, `call.removed` when the
   * participant was removed, `call.replaced` when a later join of the same participant was faster, `call.invalid-parameters` for DTLS parameters that
   * mediasoup rejects
   */
  async admit(admission: Admission, channel: PeerChannel, dtls?: DtlsPair): Promise<Entered<JoinAnswer>> {
    this.#assertOpen();
    this.#joining += 1;
    clearTimeout(this.#linger);
    try {
      const transports = await this.#createTransports();
      const peerSession = this.#register(admission, transports, channel);
      return { peerSession, answer: await this.#connect(peerSession, dtls) };
    } finally {
      this.#joining -= 1;
      this.#lingerIfEmpty();
    }
  }

  /**
   * Resumes a peer over another channel. Producers and consumers stay; both transports get new ICE credentials. The answer contains the state at the
   * change of channels; later events are pushed.
   *
   * @throws AppError `call.replaced` or `call.not-found` when the peer closed during the call
   */
  async resume(peerSession: PeerSession, channel: PeerChannel): Promise<Entered<ResumeAnswer>> {
    const { peer } = peerSession;
    peer.takeUp(channel);
    const known = {
      generation: peer.generation,
      participants: this.#participants.describeOthers(peer),
      consumers: peer.subscriptions.list(),
      phase: this.#state.phase,
    };
    peer.subscriptions.repeatStarvation();
    this.#participants.announceArrival(peer);
    this.#record('participant-resumed', peer);
    this.#log.info({ participantId: peer.participantId, generation: peer.generation }, 'participant resumed');
    const ice = await peer.transports.restartBothIce().catch(() => undefined);
    if (!ice || peer.closed) {
      peer.close('disconnected');
      const code = peer.closedFor === 'replaced' ? 'call.replaced' : 'call.not-found';
      throw new AppError(code, 'session ended while it was resumed');
    }
    const [send, receive] = [{ iceParameters: ice.send }, { iceParameters: ice.receive }];
    return { peerSession, answer: { ...known, send, receive, resumeToken: this.#options.tokens.issue(peerSession) } };
  }

  /**
   * Gives a peer new transports: what it sent closes for the others, and what they send is forwarded again.
   * @throws AppError as `admit` does
   */
  async rebuild(peerSession: PeerSession, { rtpCapabilities, dtls }: MediaWish): Promise<JoinAnswer> {
    const { peer } = peerSession;
    const { channel } = peer;
    const transports = await this.#createTransports();
    if (peer.closed || peer.channel !== channel || !channel.open) {
      transports.close();
      this.#assertOpen();
      throw new AppError('call.replaced', 'session ended or was replaced while its transports were rebuilt');
    }
    channel.hold();
    // A browser that misses the answer does not know the new transports, so it must not resume without it.
    this.#options.tokens.revoke(peerSession);
    peer.rebuild(transports, rtpCapabilities);
    this.#participants.of(peer).generation = peer.generation;
    this.#watchMedia(peer);
    this.#log.info({ participantId: peer.participantId, generation: peer.generation }, 'transports rebuilt');
    return this.#connect(peerSession, dtls);
  }

  /** Closes the peers of these sessions and rejects them from now on. Other sessions of the same person are not affected. */
  endSessions(sessionIds: ReadonlySet<string>): void {
    this.#exclusions.end(sessionIds);
    for (const { participantId, sessionId } of this.peers)
      if (sessionIds.has(sessionId)) this.#participants.remove(participantId);
  }

  /** Records measurements of a participant's page. */
  report(peer: Peer, type: 'quality' | 'recovered' | 'first-picture', measured: Partial<Measured>): void {
    this.#record(type, peer, null, measured);
  }

  /** Notifies all participants that the room is about to close, so that they can move while media still flows. */
  announceEnd(reason: LeaveReason): void {
    for (const peer of this.peers) peer.announceClosing(reason);
  }

  /** Ends the call on this node; see the cascade above. Idempotent. */
  close(reason: LeaveReason): void {
    if (this.closed) return;
    this.#closedFor = reason;
    clearTimeout(this.#linger);
    if (reason === 'worker-died') this.#record('worker-died');
    for (const peer of this.peers) peer.close(reason);
    this.#router.close();
    this.#record('room-closed');
    this.#log.info({ reason }, 'room closed');
    this.emit('closed', reason);
  }

  async #createTransports(): Promise<TransportPair> {
    const { webRtcServer } = this.#worker;
    const limit = this.#options.echo?.maxIncomingBitrate;
    return guardMedia('service.unavailable', () => TransportPair.create(this.#router, webRtcServer, limit));
  }

  /** Registers the participant and closes their earlier peer, before anyone sees both. */
  #register(admission: Admission, transports: TransportPair, channel: PeerChannel): PeerSession {
    const { participantId, role } = admission;
    const refusal = channel.open ? this.#exclusions.refusalOf(admission) : 'call.not-joined';
    if (this.closed || refusal) {
      transports.close();
      this.#assertOpen();
      throw new AppError(refusal ?? 'call.not-joined', 'participant is no longer admitted');
    }
    const peer = new Peer(transports, {
      admission,
      generation: (this.#participants.find(participantId)?.generation ?? 0) + 1,
      router: this.#router,
      channel,
      mayReceive: (publication) => mayFlow(this.#state.phase, publication.role, role),
      graceMs: this.#options.graceMs,
    });
    const peerSession = { room: this, peer };
    const { participant, earlier } = this.#participants.take(peer);
    earlier?.close('replaced');
    this.#watch(peerSession, participant);
    this.#participants.announceArrival(peer);
    this.#record('participant-joined', peer);
    this.#log.info({ participantId, generation: peer.generation }, 'participant joined');
    return peerSession;
  }

  /** Connects new transports and adds consumers for what the others send, both at once. Closes the peer when that fails. */
  async #connect(peerSession: PeerSession, dtls: DtlsPair | undefined): Promise<JoinAnswer> {
    const { peer } = peerSession;
    const { media } = peer;
    const [[connected], consumers] = await Promise.all([
      Promise.allSettled([dtls && media.transports.connectBoth(dtls)]),
      this.#forwarding.allTo(peer),
    ]);
    this.#assertOpen();
    if (peer.closed || peer.media !== media) {
      const code = peer.closedFor === 'removed' ? 'call.removed' : 'call.replaced';
      throw new AppError(code, 'session ended or was replaced before it started');
    }
    if (connected.status === 'rejected') {
      peer.close('left');
      throw connected.reason;
    }
    return {
      participantId: peer.participantId,
      generation: peer.generation,
      send: transportParameters(media.transports.send),
      receive: transportParameters(media.transports.receive),
      participants: this.#participants.describeOthers(peer),
      consumers,
      phase: this.#state.phase,
      resumeToken: this.#options.tokens.issue(peerSession),
    };
  }

  #watch(peerSession: PeerSession, participant: RoomParticipant): void {
    const { peer } = peerSession;
    this.#watchMedia(peer);
    peer.on('line', (line) => {
      participant.line = line;
      this.#participants.sendToOthers(peer, 'line-changed', { participantId: peer.participantId, line });
    });
    peer.on('disconnected', () => this.#handleDeparture(peer, 'disconnected'));
    peer.once('closed', (reason) => {
      this.#options.tokens.end(peerSession, reason);
      if (participant.peer === peer) participant.peer = undefined;
      if (reason === 'left' || reason === 'removed') this.#participants.delete(peer.participantId);
      // For a lost connection the others were notified at the loss.
      if (peer.connected) this.#handleDeparture(peer, reason);
      this.#lingerIfEmpty();
      this.emit('departure');
    });
  }

  #watchMedia(peer: Peer): void {
    const { publications, subscriptions } = peer;
    publications.on('opened', (publication) => void this.#forwarding.toOthers(peer, publication));
    publications.on('changed', ({ source, producer, pauseReason }) =>
      this.#participants.sendToOthers(peer, 'producer-changed', {
        participantId: peer.participantId,
        source,
        producerId: producer.id,
        paused: producer.paused,
        pauseReason,
      }),
    );
    subscriptions.once('first-media', () => this.#record('first-media', peer));
  }

  /** Notifies the others, except when the participant is replaced: they only see the new peer. */
  #handleDeparture(peer: Peer, reason: LeaveReason): void {
    const { participantId, generation } = peer;
    if (reason !== 'replaced' && !this.closed)
      this.#participants.sendToOthers(peer, 'participant-left', { participantId, reason });
    this.#record('participant-left', peer, reason);
    this.#log.info({ participantId, generation, reason }, 'participant left');
  }

  /** Removes participants, also those with a lost connection, and rejects them from now on. */
  #remove(removed: ReadonlySet<string>): void {
    this.#exclusions.removed = removed;
    for (const participantId of removed) this.#participants.remove(participantId);
  }

  #lingerIfEmpty(): void {
    clearTimeout(this.#linger);
    if (this.closed || this.#joining > 0 || this.peers.length > 0) return;
    this.#linger = setTimeout(() => this.close('left'), this.#options.lingerMs);
  }

  #assertOpen(): void {
    if (this.#closedFor)
      throw new AppError(closedCodes[this.#closedFor] ?? 'service.unavailable', 'the room has closed');
  }

  #record(
    type: CallOccurrence['type'],
    peer?: Peer,
    reason: LeaveReason | null = null,
    measured?: Partial<Measured>,
  ): void {
    const { visitId, hospitalId } = this;
    const { participantId = null, role = null } = peer ?? {};
    this.#options.recorder.record({ type, hospitalId, visitId, participantId, role, reason, code: null, ...measured });
  }
}
