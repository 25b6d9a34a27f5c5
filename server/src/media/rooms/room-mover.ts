import type { LeaveReason, RoomPhase } from '@yunzhen/shared/calls/call.contract';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logging/logger.ts';

/** What moving needs of a room. */
export interface MovableRoom {
  readonly visitId: string;
  readonly phase: RoomPhase;
  readonly peers: readonly unknown[];
  announceEnd(reason: LeaveReason): void;
}

export interface RoomMoverOptions {
  readonly rooms: () => readonly MovableRoom[];
  /** One room is asked to move in each of these intervals. */
  readonly paceMs: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A room is asked again after this when its participants came back, because the other node had filled up. */
const AGAIN_MS = 30_000;

/**
 * Moves the calls of a node that an operator drains, one after the other: participants are asked to join another node while media still flows here.
 * Nothing is asked while no other node has room.
 */
export class RoomMover {
  readonly #options: RoomMoverOptions;
  readonly #askedAt = new WeakMap<MovableRoom, number>();
  #drained = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RoomMoverOptions) {
    this.#options = options;
  }

  /** True while an operator drains this node. */
  get drained(): boolean {
    return this.#drained;
  }

  /** Applies the api's answer. One of a release that does not know draining says nothing, and changes nothing. */
  apply({ drain, elsewhere }: { drain?: boolean | undefined; elsewhere: boolean }): void {
    if (drain === undefined) return;
    if (drain !== this.#drained) this.#options.log.info(drain ? 'drained by an operator' : 'released by an operator');
    this.#drained = drain;
    if (drain && elsewhere) this.#start();
    else this.stop();
  }

  /** Stops asking; rooms that were asked still move. Idempotent. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #start(): void {
    if (this.#timer) return;
    this.#timer = setInterval(() => this.#askNext(), this.#options.paceMs);
    this.#askNext();
  }

  /** Patients who wait go first, because they miss nothing. */
  #askNext(): void {
    const now = this.#options.clock.now().getTime();
    const isDue = (room: MovableRoom) => now - (this.#askedAt.get(room) ?? -Infinity) >= AGAIN_MS;
    const due = this.#options.rooms().filter((room) => room.peers.length > 0 && isDue(room));
    const next = due.find(({ phase }) => phase === 'waiting') ?? due[0];
    if (!next) return;
    this.#askedAt.set(next, now);
    this.#options.log.info({ visitId: next.visitId }, 'call asked to move');
    next.announceEnd('node-draining');
  }
}
