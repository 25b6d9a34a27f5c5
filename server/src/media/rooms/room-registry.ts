import { EventEmitter, once } from 'node:events';
import { AppError } from '@yunzhen/shared/errors';
import type { LeaveReason } from '@yunzhen/shared/contract/call';
import type { Logger } from '../../platform/logging/logger.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { CallEventRecorder } from './call-event-recorder.ts';
import { Room } from './room.ts';

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
   * The room of a visit, opened on the least loaded worker when there is none. Two who come at the same moment get the same one.
   * @throws AppError `service.unavailable` when no worker runs, `service.draining` once the registry is closed,
   * `call.ticket-invalid` when the visit is known here as another hospital's
   */
  async open(visitId: string, hospitalId: string): Promise<Room> {
    const room = this.#rooms.get(visitId) ?? (await this.#openOnce(visitId, hospitalId));
    if (room.hospitalId !== hospitalId) throw new AppError('call.ticket-invalid', 'visit of another hospital');
    return room;
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

  #openOnce(visitId: string, hospitalId: string): Promise<Room> {
    const opening = this.#opening.get(visitId) ?? this.#openNew(visitId, hospitalId);
    this.#opening.set(visitId, opening);
    return opening;
  }

  async #openNew(visitId: string, hospitalId: string): Promise<Room> {
    const { workers, recorder, log, lingerMs } = this.#options;
    try {
      if (this.#closedFor) throw new AppError('service.draining');
      const room = await Room.open({ visitId, hospitalId, lingerMs, recorder, log }, await workers.acquire());
      this.#rooms.set(visitId, room);
      room.on('departure', () => this.#departures.emit('departure'));
      room.once('closed', () => this.#rooms.delete(visitId));
      if (this.#closedFor) room.close(this.#closedFor);
      return room;
    } finally {
      this.#opening.delete(visitId);
    }
  }
}
