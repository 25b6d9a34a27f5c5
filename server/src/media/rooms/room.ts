import { EventEmitter } from 'node:events';
import type { Router } from 'mediasoup/types';
import { AppError, type ErrorCode } from '@yunzhen/shared/errors';
import type { ConsumerParameters, JoinAnswer, LeaveReason } from '@yunzhen/shared/contract/call';
import type { Logger } from '../../platform/logging/logger.ts';
import type { MediaWorker } from '../workers/media-worker.ts';
import type { CallEventRecorder, CallOccurrence } from './call-event-recorder.ts';
import { guardMedia } from './media-error.ts';
import { Peer, type Admission } from './peer.ts';
import type { CallPush, CallPushPayload, PeerChannel } from './peer-channel.ts';
import { describePlace, type Place } from './place.ts';
import type { Publication } from './publications.ts';
import { TransportPair, transportParameters } from './transport-pair.ts';

export interface RoomOptions {
  readonly visitId: string;
  readonly hospitalId: string;
  /** How long the room is kept with nobody in it. */
  readonly lingerMs: number;
  readonly recorder: CallEventRecorder;
  readonly log: Logger;
}

/** What a join is told that met a room on its way out. */
const closedCodes: Partial<Record<LeaveReason, ErrorCode>> = {
  ended: 'call.ended',
  'node-draining': 'service.draining',
};

/** A stay that has begun, and what its browser is told of it. */
export interface Admitted {
  readonly peer: Peer;
  readonly answer: JoinAnswer;
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
 * - peer closes: its two transports close;
 * - transport closes: its producers and consumers close;
 * - producer closes: its consumers, which belong to other peers' transports, close, and those peers are told.
 *
 * What is owned never closes its owner, with one exception: a room in which nobody is left closes itself after `lingerMs`.
 */
export class Room extends EventEmitter<RoomEvents> {
  readonly visitId: string;
  readonly hospitalId: string;
  readonly #worker: MediaWorker;
  readonly #router: Router;
  readonly #lingerMs: number;
  readonly #recorder: CallEventRecorder;
  readonly #log: Logger;
  readonly #places = new Map<string, Place>();
  #linger: NodeJS.Timeout | undefined;
  #joining = 0;
  #closedFor: LeaveReason | undefined;

  private constructor(options: RoomOptions, worker: MediaWorker, router: Router) {
    super();
    this.visitId = options.visitId;
    this.hospitalId = options.hospitalId;
    this.#worker = worker;
    this.#router = router;
    this.#lingerMs = options.lingerMs;
    this.#recorder = options.recorder;
    this.#log = options.log.child({ visitId: options.visitId });
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

  /** Stays that have not ended. */
  get peers(): readonly Peer[] {
    return [...this.#places.values()].flatMap(({ peer }) => peer ?? []);
  }

  /**
   * Lets a participant in: creates its transports, ends its earlier stay if there is one, tells the others, and starts to forward
   * what they send. Everything that the others do from this moment on is pushed to `channel`; the answer holds what was before.
   *
   * @throws AppError `call.ended`, `service.draining` or `service.unavailable` when the room closed meanwhile, `call.replaced`
   * when another join of the same participant came later and was faster
   */
  async admit(admission: Admission, channel: PeerChannel): Promise<Admitted> {
    this.#assertOpen();
    this.#joining += 1;
    clearTimeout(this.#linger);
    try {
      const transports = await guardMedia('service.unavailable', () =>
        TransportPair.create(this.#router, this.#worker.webRtcServer),
      );
      const peer = this.#seat(admission, transports, channel);
      const others = this.peers.filter((other) => other !== peer);
      const publications = others.flatMap((other) => other.publications.list());
      const consumers = await Promise.all(publications.map((publication) => this.#forward(publication, peer)));
      this.#assertOpen();
      if (peer.closed) throw new AppError('call.replaced', 'another join of this participant overtook this one');
      return { peer, answer: this.#describeFor(peer, consumers) };
    } finally {
      this.#joining -= 1;
      this.#lingerIfEmpty();
    }
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

  /** Gives the participant its place; an earlier stay of the same participant ends here, before anybody sees two. */
  #seat(admission: Admission, transports: TransportPair, channel: PeerChannel): Peer {
    if (this.closed || !channel.open) {
      transports.close();
      this.#assertOpen();
      throw new AppError('call.not-joined', 'the browser went away while it was joining');
    }
    const { participantId, role } = admission;
    const place = this.#places.get(participantId) ?? { participantId, role, generation: 0 };
    const peer = new Peer(admission, place.generation + 1, this.#router, transports, channel);
    const earlier = place.peer;
    Object.assign(place, { role, generation: peer.generation, peer });
    this.#places.set(participantId, place);
    earlier?.close('replaced');
    this.#watch(peer, place);
    this.#tellOthers(peer, 'participant-joined', describePlace(place));
    this.#record('participant-joined', peer);
    this.#log.info({ participantId, generation: peer.generation }, 'participant joined');
    return peer;
  }

  #watch(peer: Peer, place: Place): void {
    peer.publications.on('opened', (publication) => void this.#distribute(peer, publication));
    peer.publications.on('changed', (publication) =>
      this.#tellOthers(peer, 'producer-changed', {
        participantId: peer.participantId,
        source: publication.source,
        producerId: publication.producer.id,
        paused: publication.producer.paused,
      }),
    );
    peer.subscriptions.once('first-media', () => this.#record('first-media', peer));
    peer.once('disconnected', () => this.#handleDeparture(peer, 'disconnected'));
    peer.once('closed', (reason) => {
      if (place.peer === peer) place.peer = undefined;
      if (reason === 'left') this.#places.delete(peer.participantId);
      // Of a lost connection everybody has been told when it was lost.
      if (peer.connected) this.#handleDeparture(peer, reason);
      this.#lingerIfEmpty();
      this.emit('departure');
    });
  }

  /** A participant who is replaced is not gone: the others only ever hear of the new stay. */
  #handleDeparture(peer: Peer, reason: LeaveReason): void {
    const { participantId, generation } = peer;
    if (reason !== 'replaced' && !this.closed) this.#tellOthers(peer, 'participant-left', { participantId, reason });
    this.#record('participant-left', peer, reason);
    this.#log.info({ participantId, generation, reason }, 'participant left');
  }

  /** Forwards a new publication to everybody else. */
  async #distribute(from: Peer, publication: Publication): Promise<void> {
    const { source, producer, participantId } = publication;
    this.#log.info({ participantId, source, producerId: producer.id }, 'publication opened');
    const others = this.peers.filter((other) => other !== from);
    await Promise.all(
      others.map(async (other) => {
        const consumer = await this.#forward(publication, other);
        if (consumer) other.channel.send('consumer-added', consumer);
      }),
    );
  }

  /** One participant who can't be served with one publication keeps neither the others nor the rest from flowing. */
  async #forward(publication: Publication, to: Peer): Promise<ConsumerParameters | null> {
    const log = this.#log.child({ participantId: to.participantId, producerId: publication.producer.id });
    try {
      const consumer = await to.subscriptions.add(publication);
      if (!consumer && !to.closed && !publication.producer.closed) log.warn('browser can not decode a publication');
      return consumer;
    } catch (error) {
      log.error({ err: error }, 'publication could not be forwarded');
      return null;
    }
  }

  #tellOthers<Push extends CallPush>(from: Peer, push: Push, payload: CallPushPayload<Push>): void {
    for (const peer of this.peers) if (peer !== from) peer.channel.send(push, payload);
  }

  #lingerIfEmpty(): void {
    clearTimeout(this.#linger);
    if (this.closed || this.#joining > 0 || this.peers.length > 0) return;
    this.#linger = setTimeout(() => this.close('left'), this.#lingerMs);
  }

  #assertOpen(): void {
    if (this.#closedFor)
      throw new AppError(closedCodes[this.#closedFor] ?? 'service.unavailable', 'the room has closed');
  }

  #describeFor(peer: Peer, consumers: (ConsumerParameters | null)[]): JoinAnswer {
    const others = [...this.#places.values()].filter(({ participantId }) => participantId !== peer.participantId);
    return {
      participantId: peer.participantId,
      generation: peer.generation,
      send: transportParameters(peer.transports.send),
      receive: transportParameters(peer.transports.receive),
      participants: others.map(describePlace),
      consumers: consumers.filter((consumer) => consumer !== null),
    };
  }

  #record(type: CallOccurrence['type'], peer?: Peer, reason: LeaveReason | null = null): void {
    const { visitId, hospitalId } = this;
    const { participantId = null, role = null } = peer ?? {};
    this.#recorder.record({ type, hospitalId, visitId, participantId, role, reason, code: null });
  }
}
