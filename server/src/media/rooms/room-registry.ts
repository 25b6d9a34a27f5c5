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

/** The visit of a room, with the desired state from a ticket. */
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
  /** How long an empty room is kept, in milliseconds. */
  readonly lingerMs: number;
  /** How long an unreachable peer is kept, in milliseconds. */
  readonly graceMs: number;
  /** Returns how many more visits the node accepts besides those that it has. */
  readonly freeVisits: (visits: number) => number;
}

/** The input of a join besides its ticket. */
export interface JoinWish {
  readonly dtls?: DtlsPair;
  /** Resume token of the peer that this one automatically replaces. */
  readonly previous?: string;
}

/** A room being opened, which may be ordered closed before it is ready. */
interface Opening {
  readonly room: Promise<Room>;
  closedFor?: LeaveReason;
}

/** The rooms of this node, at most one per visit. */
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

  /** Number of visits with a room here, including rooms being opened. */
  get visits(): number {
    return this.#rooms.size + this.#opening.size;
  }

  /** Number of open peers in all rooms. */
  get participants(): number {
    return this.rooms.reduce((sum, room) => sum + room.peers.length, 0);
  }

  /**
   * Admits a participant into the room of a visit; without one, opens it on the least loaded worker. Concurrent joins get the same room. When the
   * worker dies during the join, the participant enters the room's successor, because the ticket is used up and a new one costs time.
   *
   * @throws AppError `service.unavailable` when no worker runs, `service.draining` once the registry is closed, `call.busy` without capacity for
   * another visit, `call.ticket-invalid` when the visit belongs to another hospital here, and what `Room.admit` throws
   */
  async admit(
    visit: Visit,
    admission: Admission,
    channel: PeerChannel,
    { dtls, previous }: JoinWish = {},
  ): Promise<Entered<JoinAnswer>> {
    if (previous !== undefined) this.#assertMayFollow(previous);
    const entered = await this.#admit(visit, admission, channel, dtls);
    // A browser that disconnected before the answer does not know this peer and will not return to it.
    if (!channel.open) entered.peerSession.peer.close('disconnected');
    return entered;
  }

  /**
   * Resumes a peer over another channel. A token allows one success: if the browser disconnects before it gets the next token, it may retry with this
   * one.
   *
   * @throws AppError `call.replaced` or `call.removed` when the peer ended so, `call.not-found` for any other unknown, used or void token, and when
   * the peer closes during the call
   */
  async resume(token: string, channel: PeerChannel): Promise<Entered<ResumeAnswer>> {
    const peerSession = this.#tokens.take(token);
    if (!peerSession) this.#assertMayFollow(token);
    if (!peerSession) throw new AppError('call.not-found', 'session to resume not found');
    const entered = await peerSession.room.resume(peerSession, channel);
    if (!channel.open) this.#tokens.reinstate(token, peerSession);
    return entered;
  }

  /**
   * Rejects an automatic return when another page has replaced the peer, or the participant was removed. Otherwise takes the token, so that the
   * coming replacement does not count as another page's.
   */
  #assertMayFollow(token: string): void {
    const end = this.#tokens.endOf(token);
    if (end === 'replaced') throw new AppError('call.replaced', 'another page of this participant has joined the call');
    if (end === 'removed') throw new AppError('call.removed', 'participant was removed from the call');
    this.#tokens.take(token);
  }

  /** Applies an order to a room: at once if it is open, else as soon as it is. */
  apply(order: RoomOrder): void {
    const { visitId, endedSessions = [] } = order;
    const latest = this.#options.orders.note(order);
    this.#rooms.get(visitId)?.endSessions(new Set(endedSessions));
    if (!latest) return;
    if (!order.room) return this.end(visitId, order.moved ? 'node-draining' : 'ended');
    const wish = this.#options.orders.wishFor(visitId);
    if (wish) this.#rooms.get(visitId)?.apply(wish);
  }

  /** Closes the room of a visit, if it is open or being opened here. */
  end(visitId: string, reason: LeaveReason): void {
    const opening = this.#opening.get(visitId);
    if (opening) opening.closedFor = reason;
    this.#rooms.get(visitId)?.close(reason);
  }

  /** Notifies all participants that this node is about to close. */
  announceEnd(reason: LeaveReason): void {
    for (const room of this.rooms) room.announceEnd(reason);
  }

  /** Stops opening rooms; those open or being opened still admit participants. */
  drain(): void {
    this.#draining = true;
  }

  /** Resolves when no peer is left in any room, after `withinMs`, or when the signal aborts. */
  async whenEmpty(withinMs: number, dontWait?: AbortSignal): Promise<void> {
    const late = AbortSignal.any([AbortSignal.timeout(withinMs), ...(dontWait ? [dontWait] : [])]);
    while (this.participants > 0 && !late.aborted) {
      await once(this.#departures, 'departure', { signal: late }).catch(() => undefined);
    }
  }

  /** Closes every room, including those being opened, and opens no more. Idempotent. */
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
    if (room.hospitalId !== visit.hospitalId)
      throw new AppError('call.ticket-invalid', 'visit belongs to another hospital');
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
      // Orders that arrived while it was being opened.
      room.apply(this.#wishFor(visit));
      const reason = this.#closedFor ?? closedFor();
      if (reason) room.close(reason);
      return room;
    } finally {
      this.#opening.delete(visitId);
    }
  }

  /**
   * Rejects a waiting patient on a full node, so that running calls do not suffer. A visit that is already admitted (moved from a dead node or
   * worker) is always accepted.
   */
  #assertPlaceFor(visit: Visit): void {
    if (this.#wishFor(visit).room.phase !== 'waiting' || this.#options.freeVisits(this.visits) > 0) return;
    throw new AppError('call.busy', 'media node accepts no more visits');
  }

  /** Retries on another worker when one dies at this moment. */
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

  /** Returns the newer of the ticket's state and the latest order. */
  #wishFor({ visitId, room }: Visit): RoomWish {
    const ordered = this.#options.orders.wishFor(visitId);
    const { removed = new Set<string>(), endedSessions = new Set<string>() } = ordered ?? {};
    return { room: newerState(room, ordered?.room), removed, endedSessions };
  }
}
