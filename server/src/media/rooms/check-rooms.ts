import { AppError } from '@yunzhen/shared/core/errors';
import type { CallTicketClaims, JoinAnswer, LeaveReason } from '@yunzhen/shared/calls/call.contract';
import type { Logger } from '../../platform/logging/logger.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { CallEventRecorder } from './call-event-recorder.ts';
import type { Admission } from './peer.ts';
import type { PeerChannel } from './peer-channel.ts';
import { ResumeTokens } from './resume-tokens.ts';
import { Room, type Entered, type PeerSession } from './room.ts';
import type { DtlsPair } from './transport-pair.ts';

export interface CheckRoomsOptions {
  readonly workers: WorkerPool;
  readonly log: Logger;
  /** How long a check may take, in milliseconds. */
  readonly lifetimeMs: number;
  /** Returns whether the node has no capacity for another visit. */
  readonly isFull: () => boolean;
}

/** Bits per second that a check may send: enough to distinguish a good connection from a bad one. */
const MAX_INCOMING_BITRATE = 1_500_000;
/** A check whose browser is unreachable already has its result. */
const GRACE_MS = 3_000;
/** Checks at once per worker, so that they never fill it. */
const MAX_PER_WORKER = 50;
/** A check belongs to no call, so it records no events. */
const silent: CallEventRecorder = { record: () => undefined };

/**
 * Rooms in which a connection is tested before a call. Each belongs to one browser, which receives what it sends. Only the join that opened it leads
 * there, so no one else can enter. It closes automatically.
 */
export class CheckRooms {
  readonly #options: CheckRoomsOptions;
  readonly #rooms = new Set<Room>();
  #opening = 0;
  #closed = false;

  constructor(options: CheckRoomsOptions) {
    this.#options = options;
  }

  /** Number of running checks. */
  get size(): number {
    return this.#rooms.size + this.#opening;
  }

  /**
   * Opens a room for one browser and admits it.
   * @throws AppError `call.busy` on a full node, `service.draining` once it rejects everyone, and what `Room.admit` throws
   */
  async admit(
    { visitId, hospitalId }: Pick<CallTicketClaims, 'visitId' | 'hospitalId'>,
    admission: Admission,
    channel: PeerChannel,
    dtls?: DtlsPair,
  ): Promise<Entered<JoinAnswer>> {
    const { workers, isFull } = this.#options;
    if (this.#closed) throw new AppError('service.draining');
    if (isFull() || this.size >= workers.workers.length * MAX_PER_WORKER) throw new AppError('call.busy');
    const room = await this.#open(visitId, hospitalId);
    try {
      return await room.admit(admission, channel, dtls);
    } catch (error) {
      room.close('left');
      throw error;
    }
  }

  /** Ends all checks and rejects new ones. Idempotent. */
  close(reason: LeaveReason): void {
    this.#closed = true;
    for (const room of this.#rooms) room.close(reason);
  }

  async #open(visitId: string, hospitalId: string): Promise<Room> {
    const { workers, log, lifetimeMs } = this.#options;
    this.#opening += 1;
    try {
      const room = await Room.open(
        {
          visitId,
          hospitalId,
          wish: { room: { revision: 0, phase: 'open' }, removed: new Set(), endedSessions: new Set() },
          lingerMs: 0,
          graceMs: GRACE_MS,
          tokens: new ResumeTokens<PeerSession>(),
          recorder: silent,
          log: log.child({ purpose: 'network-check' }),
          echo: { maxIncomingBitrate: MAX_INCOMING_BITRATE },
        },
        await workers.acquire(),
      );
      this.#rooms.add(room);
      const end = setTimeout(() => room.close('ended'), lifetimeMs);
      room.once('closed', () => {
        clearTimeout(end);
        this.#rooms.delete(room);
      });
      if (this.#closed) room.close('node-draining');
      return room;
    } finally {
      this.#opening -= 1;
    }
  }
}
