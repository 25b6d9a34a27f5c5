import { EventEmitter, once } from 'node:events';
import { AppError } from '@yunzhen/shared/errors';
import type { LeaveReason } from '@yunzhen/shared/contract/call';
import type { Logger } from '../../platform/logging/logger.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { CallEventRecorder } from './call-event-recorder.ts';
import type { Admission } from './peer.ts';
import type { PeerChannel } from './peer-channel.ts';
import { Room, type Admitted } from './room.ts';

/** Which visit a room is for. */
export interface Visit {
  readonly visitId: string;
  readonly hospitalId: string;
}

export interface RoomRegistryOptions {
  readonly workers: WorkerPool;
  readonly recorder: CallEventRecorder;
  readonly log: Logger;
  /** How long a room is kept with nobody in it, in milliseconds. */
  readonly lingerMs: number;
}

/** The rooms of this node, at most one a visit. */
export class RoomRegistry {
  readonly #options: RoomRegistryOptions;
  readonly #opening = new Map<string, Promise<Room>>();
  readonly #rooms = new Map<string, Room>();
  readonly #departures = new EventEmitter<{ departure: [] }>();
  #closedFor: LeaveReason | undefined;

  constructor(options: RoomRegistryOptions) {
    this.#options = options;
  }

  /** Rooms that are open now. */
  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
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
   * @throws AppError `service.unavailable` when no worker runs, `service.draining` once the registry is closed,
   * `call.ticket-invalid` when the visit is known here as another hospital's, and what `Room.admit` throws
   */
  async admit(visit: Visit, admission: Admission, channel: PeerChannel): Promise<Admitted> {
    const room = await this.#open(visit);
    try {
      return await room.admit(admission, channel);
    } catch (error) {
      if (room.closedFor !== 'worker-died' || !channel.open) throw error;
      return await (await this.#open(visit)).admit(admission, channel);
    }
  }

  /** Closes the room of a visit, if it has one here. */
  end(visitId: string, reason: LeaveReason): void {
    this.#rooms.get(visitId)?.close(reason);
  }

  /** Tells everybody on this node that it is about to go. */
  announceEnd(reason: LeaveReason): void {
    for (const room of this.rooms) room.announceEnd(reason);
  }

  /** Resolves when no stay is left in any room, or after so many milliseconds. */
  async whenEmpty(withinMs: number): Promise<void> {
    const late = AbortSignal.timeout(withinMs);
    while (this.participants > 0 && !late.aborted) {
      await once(this.#departures, 'departure', { signal: late }).catch(() => undefined);
    }
  }

  /** Closes every room, also those that are just being opened; no room opens any more. Repeating it does nothing. */
  close(reason: LeaveReason): void {
    this.#closedFor ??= reason;
    for (const room of this.rooms) room.close(reason);
  }

  async #open(visit: Visit): Promise<Room> {
    const room = this.#rooms.get(visit.visitId) ?? (await this.#openOnce(visit));
    if (room.hospitalId !== visit.hospitalId) throw new AppError('call.ticket-invalid', 'visit of another hospital');
    return room;
  }

  #openOnce(visit: Visit): Promise<Room> {
    const opening = this.#opening.get(visit.visitId) ?? this.#openNew(visit);
    this.#opening.set(visit.visitId, opening);
    return opening;
  }

  async #openNew(visit: Visit): Promise<Room> {
    try {
      if (this.#closedFor) throw new AppError('service.draining');
      const room = await this.#openOnSomeWorker(visit);
      this.#rooms.set(visit.visitId, room);
      room.on('departure', () => this.#departures.emit('departure'));
      room.once('closed', () => this.#rooms.delete(visit.visitId));
      if (this.#closedFor) room.close(this.#closedFor);
      return room;
    } finally {
      this.#opening.delete(visit.visitId);
    }
  }

  /** A worker that dies at this very moment is no reason to refuse: there is another, or soon will be. */
  async #openOnSomeWorker(visit: Visit): Promise<Room> {
    const { workers, recorder, log, lingerMs } = this.#options;
    const options = { ...visit, lingerMs, recorder, log };
    const worker = await workers.acquire();
    try {
      return await Room.open(options, worker);
    } catch (error) {
      if (!worker.closed) throw error;
      return await Room.open(options, await workers.acquire());
    }
  }
}
