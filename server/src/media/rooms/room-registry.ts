import { EventEmitter, once } from 'node:events';
import { AppError } from '@yunzhen/shared/core/errors';
import type { JoinAnswer, LeaveReason, ResumeAnswer, RoomState } from '@yunzhen/shared/calls/call.contract';
import type { RoomOrder } from '../../platform/nodes/node-api.contract.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { CallEventRecorder } from './call-event-recorder.ts';
import { newerState } from './flow.ts';
import type { OrderBook, RoomWish } from './order-book.ts';
import type { Admission } from './peer.ts';
import type { PeerChannel } from './peer-channel.ts';
import { ResumeTokens } from './resume-tokens.ts';
import { Room, type Entered, type PeerSession } from './room.ts';
import type { DtlsPair } from './transport-pair.ts';

/** Which visit a room is for, and what a ticket says that the api wants of it. */
export interface Visit {
  readonly visitId: string;
  readonly hospitalId: string;
  readonly room: RoomState;
}

export interface RoomRegistryOptions {
  readonly workers: WorkerPool;
  readonly orders: OrderBook;
  readonly recorder: CallEventRecorder;
  readonly log: Logger;
  /** How long a room is kept with nobody in it, in milliseconds. */
  readonly lingerMs: number;
  /** How long a stay is kept whose browser can't be reached, in milliseconds. */
  readonly graceMs: number;
  /** How many more visits the node takes in beside those that it has. */
  readonly freeVisits: (visits: number) => number;
}

/** What a browser brings to a join, apart from its ticket. */
export interface JoinWish {
  readonly dtls?: DtlsPair;
  /** Token of the stay that this one follows without anybody having asked. */
  readonly previous?: string;
}

/** A room on its way, which may be ordered away before it is there. */
interface Opening {
  readonly room: Promise<Room>;
  closedFor?: LeaveReason;
}

/** The rooms of this node, at most one a visit. */
export class RoomRegistry {
  readonly #options: RoomRegistryOptions;
  readonly #tokens = new ResumeTokens<PeerSession>();
  readonly #opening = new Map<string, Opening>();
  readonly #rooms = new Map<string, Room>();
  readonly #departures = new EventEmitter<{ departure: [] }>();
  #closedFor: LeaveReason | undefined;
  #draining = false;

  constructor(options: RoomRegistryOptions) {
    this.#options = options;
  }

  /** Rooms that are open now. */
  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /** Visits that have a room here, also one that is just being opened. */
  get visits(): number {
    return this.#rooms.size + this.#opening.size;
  }

  /** Stays in all rooms that have not ended. */
  get participants(): number {
    return this.rooms.reduce((sum, room) => sum + room.peers.length, 0);
  }

  /**
   * Lets a participant into the room of a visit, which is opened on the least loaded worker when there is none. Two who come at the
   * same moment get the same room. When the worker dies under the join, the participant is let into the room's successor: its ticket
   * is spent, and a new one would cost time.
   *
   * @throws AppError `service.unavailable` when no worker runs, `service.draining` once the registry is closed, `call.busy` when
   * there is no place for another visit, `call.ticket-invalid` when the visit is known here as another hospital's, and what `Room.admit` throws
   */
  async admit(
    visit: Visit,
    admission: Admission,
    channel: PeerChannel,
    { dtls, previous }: JoinWish = {},
  ): Promise<Entered<JoinAnswer>> {
    if (previous !== undefined) this.#assertMayFollow(previous);
    const entered = await this.#admit(visit, admission, channel, dtls);
    // A browser that went away before it could be answered knows nothing of this stay and will not come back to it.
    if (!channel.open) entered.peerSession.peer.close('disconnected');
    return entered;
  }

  /**
   * Lets a browser take up its stay over another channel. A token is good for one success: when the browser has gone before it could be
   * given the next one, it may come again with this one.
   *
   * @throws AppError `call.replaced` or `call.removed` when the stay has ended so, `call.not-found` for any other token that is unknown,
   * used or void, and when the stay ends meanwhile
   */
  async resume(token: string, channel: PeerChannel): Promise<Entered<ResumeAnswer>> {
    const peerSession = this.#tokens.take(token);
    if (!peerSession) this.#assertMayFollow(token);
    if (!peerSession) throw new AppError('call.not-found', 'no stay can be taken up with this token');
    const entered = await peerSession.room.resume(peerSession, channel);
    if (!channel.open) this.#tokens.reinstate(token, peerSession);
    return entered;
  }

  /**
   * A page that comes back by itself must not take the place of another one that has taken its own meanwhile. What follows a stay by
   * its token takes over from it: the end that this brings the stay is nobody else’s doing.
   */
  #assertMayFollow(token: string): void {
    const end = this.#tokens.endOf(token);
    if (end === 'replaced') throw new AppError('call.replaced', 'another page has taken the place of this stay');
    if (end === 'removed') throw new AppError('call.removed', 'the participant was put out of this stay');
    this.#tokens.take(token);
  }

  /** Does to a room what the api wants of it, at once if it is open and else as soon as it is. */
  apply(order: RoomOrder): void {
    const { visitId, endedSessions = [] } = order;
    const latest = this.#options.orders.note(order);
    this.#rooms.get(visitId)?.endSessions(new Set(endedSessions));
    if (!latest) return;
    if (!order.room) return this.end(visitId, order.moved ? 'node-draining' : 'ended');
    const wish = this.#options.orders.wishFor(visitId);
    if (wish) this.#rooms.get(visitId)?.apply(wish);
  }

  /** Closes the room of a visit, if it has one here or is about to have one. */
  end(visitId: string, reason: LeaveReason): void {
    const opening = this.#opening.get(visitId);
    if (opening) opening.closedFor = reason;
    this.#rooms.get(visitId)?.close(reason);
  }

  /** Tells everybody on this node that it is about to go. */
  announceEnd(reason: LeaveReason): void {
    for (const room of this.rooms) room.announceEnd(reason);
  }

  /** No room opens any more; those that are open, or on their way, take people in as before. */
  drain(): void {
    this.#draining = true;
  }

  /** Resolves when no stay is left in any room, after so many milliseconds, or when it is told not to wait. */
  async whenEmpty(withinMs: number, dontWait?: AbortSignal): Promise<void> {
    const late = AbortSignal.any([AbortSignal.timeout(withinMs), ...(dontWait ? [dontWait] : [])]);
    while (this.participants > 0 && !late.aborted) {
      await once(this.#departures, 'departure', { signal: late }).catch(() => undefined);
    }
  }

  /** Closes every room, also those that are just being opened; no room opens any more. Repeating it does nothing. */
  close(reason: LeaveReason): void {
    this.#closedFor ??= reason;
    for (const room of this.rooms) room.close(reason);
  }

  async #admit(
    visit: Visit,
    admission: Admission,
    channel: PeerChannel,
    dtls: DtlsPair | undefined,
  ): Promise<Entered<JoinAnswer>> {
    const room = await this.#open(visit);
    try {
      return await room.admit(admission, channel, dtls);
    } catch (error) {
      if (room.closedFor !== 'worker-died' || !channel.open) throw error;
      return await (await this.#open(visit)).admit(admission, channel, dtls);
    }
  }

  async #open(visit: Visit): Promise<Room> {
    const room = this.#rooms.get(visit.visitId) ?? (await this.#openOnce(visit));
    if (room.hospitalId !== visit.hospitalId) throw new AppError('call.ticket-invalid', 'visit of another hospital');
    room.apply(visit);
    return room;
  }

  #openOnce(visit: Visit): Promise<Room> {
    const known = this.#opening.get(visit.visitId);
    if (known && !this.#closedFor) return known.room;
    if (this.#closedFor || this.#draining) throw new AppError('service.draining');
    this.#assertPlaceFor(visit);
    const opening: Opening = { room: this.#openNew(visit, () => opening.closedFor) };
    this.#opening.set(visit.visitId, opening);
    return opening.room;
  }

  async #openNew(visit: Visit, closedFor: () => LeaveReason | undefined): Promise<Room> {
    const { visitId } = visit;
    try {
      const room = await this.#openOnSomeWorker(visit);
      this.#rooms.set(visitId, room);
      room.on('departure', () => this.#departures.emit('departure'));
      room.once('closed', () => this.#rooms.delete(visitId));
      // What was ordered while it was being opened.
      room.apply(this.#wishFor(visit));
      const reason = this.#closedFor ?? closedFor();
      if (reason) room.close(reason);
      return room;
    } finally {
      this.#opening.delete(visitId);
    }
  }

  /**
   * A patient who waits can wait a little longer, so that running calls don't suffer. Who has been admitted to the doctor (the visit comes
   * from a node or a worker that has died, say) has nowhere else to go and is let in, full or not.
   */
  #assertPlaceFor(visit: Visit): void {
    if (this.#wishFor(visit).room.phase !== 'waiting' || this.#options.freeVisits(this.visits) > 0) return;
    throw new AppError('call.busy', 'the node takes no more visits');
  }

  /** A worker that dies at this very moment is no reason to refuse: there is another, or soon will be. */
  async #openOnSomeWorker(visit: Visit): Promise<Room> {
    const { workers, recorder, log, lingerMs, graceMs } = this.#options;
    const { visitId, hospitalId } = visit;
    const wish = this.#wishFor(visit);
    const options = { visitId, hospitalId, wish, lingerMs, graceMs, tokens: this.#tokens, recorder, log };
    const worker = await workers.acquire();
    try {
      return await Room.open(options, worker);
    } catch (error) {
      if (!worker.closed) throw error;
      return await Room.open(options, await workers.acquire());
    }
  }

  /** What is known to be wanted of a room: the newer of what the ticket says and what was ordered. */
  #wishFor({ visitId, room }: Visit): RoomWish {
    const ordered = this.#options.orders.wishFor(visitId);
    const { removed = new Set<string>(), endedSessions = new Set<string>() } = ordered ?? {};
    return { room: newerState(room, ordered?.room), removed, endedSessions };
  }
}
