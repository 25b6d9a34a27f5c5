import { EventEmitter } from 'node:events';
import type { Router, RtpCapabilities } from 'mediasoup/types';
import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { JoinAnswer, LeaveReason, ResumeAnswer, RoomState } from '@yunzhen/shared/calls/call.contract';
import type { Logger } from '../../platform/logging/logger.ts';
import type { MediaWorker } from '../workers/media-worker.ts';
import type { CallEventRecorder, CallOccurrence, Measured } from './call-event-recorder.ts';
import { mayFlow, newerState } from './flow.ts';
import { Forwarding } from './forwarding.ts';
import { guardMedia } from './media-error.ts';
import type { RoomWish } from './order-book.ts';
import { Peer, type Admission } from './peer.ts';
import type { PeerChannel } from './peer-channel.ts';
import { describeParticipant, type RoomParticipant } from './room-participant.ts';
import { RoomExclusions } from './room-exclusions.ts';
import { RoomParticipants } from './room-participants.ts';
import type { ResumeTokens } from './resume-tokens.ts';
import { TransportPair, transportParameters, type DtlsPair } from './transport-pair.ts';

export interface RoomOptions {
  readonly visitId: string;
  readonly hospitalId: string;
  /** What the api wanted of the room when it was opened. */
  readonly wish: RoomWish;
  /** How long the room is kept with nobody in it. */
  readonly lingerMs: number;
  /** How long a stay is kept whose browser can't be reached. */
  readonly graceMs: number;
  readonly tokens: ResumeTokens<PeerSession>;
  readonly recorder: CallEventRecorder;
  readonly log: Logger;
  /** For trying a line: who is in the room receives what they send. */
  readonly echo?: { readonly maxIncomingBitrate: number };
}

/** What a join is told that met a room on its way out. */
const closedCodes: Partial<Record<LeaveReason, ErrorCode>> = {
  ended: 'call.ended',
  'node-draining': 'service.draining',
};

/** A participant's stay, and the room that it is in. */
export interface PeerSession {
  readonly room: Room;
  readonly peer: Peer;
}

/** A stay that has begun or goes on, and what its browser is told of it. */
export interface Entered<Answer> {
  readonly peerSession: PeerSession;
  readonly answer: Answer;
}

/** What a browser brings to a set of transports. */
export interface MediaWish {
  readonly rtpCapabilities: RtpCapabilities;
  /** The browser's DTLS parameters where it knows them already: both transports are connected at once. */
  readonly dtls?: DtlsPair | undefined;
}

interface RoomEvents {
  /** A stay has ended. */
  departure: [];
  closed: [LeaveReason];
}

/**
 * The call of one visit: one router on one worker, and the places of its participants.
 *
 * Closing cascades by ownership, each step idempotent, always from the owner down:
 *
 *     node → worker → room → peer → transport → producer, consumer
 *
 * - node closes: every room closes (`node-draining`), then the worker processes end;
 * - worker dies: its routers close, which closes their rooms (`worker-died`); the pool starts another worker;
 * - room closes: every peer closes with the room's reason, then the router; nobody can join this object again;
 * - peer closes, or its media are rebuilt: its two transports close;
 * - transport closes: its producers and consumers close;
 * - producer closes: its consumers, which belong to other peers' transports, close, and those peers are told.
 *
 * What is owned never closes its owner, with two exceptions: a peer whose browser can be reached neither over a socket nor over its
 * transports closes itself after `graceMs`, and a room in which nobody is left closes itself after `lingerMs`.
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

  /** True while media flows, or could: the patient has been admitted and is not alone. */
  get running(): boolean {
    return this.#state.phase !== 'waiting' && this.peers.length > 1;
  }

  /** Stays that have not ended. */
  get peers(): readonly Peer[] {
    return this.#participants.peers;
  }

  /**
   * What the api wants of this room, as an order or a ticket says: who must not be in it is put out, then what may not flow any more is
   * stopped and what may is let flow, all at once. What is older than what the room knows changes nothing.
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
    this.#participants.tellAll('phase-changed', { phase });
  }

  /**
   * Lets a participant in: creates its transports, ends its earlier stay if there is one, tells the others, connects the transports as
   * far as that can be done already, and starts to forward what the others send. Everything that they do from this moment on is pushed
   * to `channel`; the answer holds what was before.
   *
   * @throws AppError `call.ended`, `service.draining` or `service.unavailable` when the room closed meanwhile, `call.removed`
   * when the participant was put out meanwhile, `call.replaced` when another join of the same participant came later and was faster,
   * `call.invalid-parameters` for DTLS parameters that mediasoup refuses
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
   * Lets a browser take up its stay over another channel. Producers and consumers are the same ones; both transports get new ICE
   * credentials. The answer holds what was when the channel changed hands; all that happens from then on is pushed to it.
   *
   * @throws AppError `call.replaced` or `call.not-found` when the stay ended meanwhile
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
    this.#tellOfArrival(peer);
    this.#record('participant-resumed', peer);
    this.#log.info({ participantId: peer.participantId, generation: peer.generation }, 'participant resumed');
    const ice = await peer.transports.restartBothIce().catch(() => undefined);
    if (!ice || peer.closed) {
      peer.close('disconnected');
      const code = peer.closedFor === 'replaced' ? 'call.replaced' : 'call.not-found';
      throw new AppError(code, 'the stay ended while it was taken up');
    }
    const [send, receive] = [{ iceParameters: ice.send }, { iceParameters: ice.receive }];
    return { peerSession, answer: { ...known, send, receive, resumeToken: this.#options.tokens.issue(peerSession) } };
  }

  /**
   * Gives a stay new transports: whatever it sent is gone for the others, and whatever they send is forwarded anew.
   * @throws AppError as `admit` does
   */
  async rebuild(peerSession: PeerSession, { rtpCapabilities, dtls }: MediaWish): Promise<JoinAnswer> {
    const { peer } = peerSession;
    const { channel } = peer;
    const transports = await this.#createTransports();
    if (peer.closed || peer.channel !== channel || !channel.open) {
      transports.close();
      this.#assertOpen();
      throw new AppError('call.replaced', 'the stay ended or changed hands while it was rebuilt');
    }
    channel.hold();
    // Whoever misses the answer knows nothing of the new transports: the stay can't be taken up without it.
    this.#options.tokens.revoke(peerSession);
    peer.rebuild(transports, rtpCapabilities);
    this.#participants.of(peer).generation = peer.generation;
    this.#watchMedia(peer);
    this.#log.info({ participantId: peer.participantId, generation: peer.generation }, 'transports rebuilt');
    return this.#connect(peerSession, dtls);
  }

  /** Ends the stays that these sessions entered, and lets none of theirs in any more. A person's other sessions may stay. */
  endSessions(sessionIds: ReadonlySet<string>): void {
    this.#exclusions.end(sessionIds);
    for (const { participantId, sessionId } of this.peers)
      if (sessionIds.has(sessionId)) this.#participants.putOut(participantId);
  }

  /** Records what a participant's page has measured. */
  report(peer: Peer, type: 'quality' | 'recovered' | 'first-picture', measured: Partial<Measured>): void {
    this.#record(type, peer, null, measured);
  }

  /** Tells everybody that the room is about to close, so that they can move while media still flows. */
  announceEnd(reason: LeaveReason): void {
    for (const peer of this.peers) peer.tell(reason);
  }

  /** Ends the call on this node; see the cascade above. Repeating it does nothing. */
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

  /** Gives the participant its place; an earlier stay of the same participant ends here, before anybody sees two. */
  #register(admission: Admission, transports: TransportPair, channel: PeerChannel): PeerSession {
    const { participantId, role } = admission;
    const refusal = channel.open ? this.#exclusions.refusalOf(admission) : 'call.not-joined';
    if (this.closed || refusal) {
      transports.close();
      this.#assertOpen();
      throw new AppError(refusal ?? 'call.not-joined', 'the participant may not, or can’t, come in any more');
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
    this.#tellOfArrival(peer);
    this.#record('participant-joined', peer);
    this.#log.info({ participantId, generation: peer.generation }, 'participant joined');
    return peerSession;
  }

  /** Connects new transports and fills them with what the others send, both at once. A stay for which that fails can't begin. */
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
      throw new AppError(code, 'the stay ended, or was rebuilt, before it had begun');
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
      this.#participants.tellOthers(peer, 'line-changed', { participantId: peer.participantId, line });
    });
    peer.on('disconnected', () => this.#handleDeparture(peer, 'disconnected'));
    peer.once('closed', (reason) => {
      this.#options.tokens.end(peerSession, reason);
      if (participant.peer === peer) participant.peer = undefined;
      if (reason === 'left' || reason === 'removed') this.#participants.remove(peer.participantId);
      // Of a lost connection everybody has been told when it was lost.
      if (peer.connected) this.#handleDeparture(peer, reason);
      this.#lingerIfEmpty();
      this.emit('departure');
    });
  }

  #watchMedia(peer: Peer): void {
    const { publications, subscriptions } = peer;
    publications.on('opened', (publication) => void this.#forwarding.toOthers(peer, publication));
    publications.on('changed', ({ source, producer, pauseReason }) =>
      this.#participants.tellOthers(peer, 'producer-changed', {
        participantId: peer.participantId,
        source,
        producerId: producer.id,
        paused: producer.paused,
        pauseReason,
      }),
    );
    subscriptions.once('first-media', () => this.#record('first-media', peer));
  }

  /** A participant who is replaced is not gone: the others only ever hear of the new stay. */
  #handleDeparture(peer: Peer, reason: LeaveReason): void {
    const { participantId, generation } = peer;
    if (reason !== 'replaced' && !this.closed)
      this.#participants.tellOthers(peer, 'participant-left', { participantId, reason });
    this.#record('participant-left', peer, reason);
    this.#log.info({ participantId, generation, reason }, 'participant left');
  }

  /** Puts participants out, also those whose line is just lost, and remembers that they must not come in. */
  #remove(removed: ReadonlySet<string>): void {
    this.#exclusions.removed = removed;
    for (const participantId of removed) this.#participants.putOut(participantId);
  }

  #tellOfArrival(peer: Peer): void {
    this.#participants.tellOthers(peer, 'participant-joined', describeParticipant(this.#participants.of(peer)));
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
