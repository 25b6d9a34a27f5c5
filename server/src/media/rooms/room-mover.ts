import type { LeaveReason } from '@yunzhen/shared/calls/call.contract';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import type { DrainAnswer } from '../registration/heartbeat.ts';

/** What moving needs of a room. */
export interface MovableRoom {
  readonly visitId: string;
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

/** When a room was last asked, and how long it is not asked again. */
interface Asked {
  readonly at: number;
  readonly pauseMs: number;
}

const NEVER: Asked = { at: 0, pauseMs: 0 };
/** The next room is asked when the last one has left, or after this: by then the api has answered whether there is still room elsewhere. */
const SETTLE_MS = 3_000;
/** A room whose participants came back, because the api found no place for them, is asked again after this; after twice as long each further time. */
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 480_000;

/**
 * Moves the calls of a node that an operator drains, one after the other: participants are asked to join another node while media still flows here.
 * Rooms take turns, so that those that cannot move do not hold up the others. Nothing is asked while no other node has room.
 */
export class RoomMover {
  readonly #options: RoomMoverOptions;
  readonly #asked = new WeakMap<MovableRoom, Asked>();
  #last: MovableRoom | undefined;
  #drained = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RoomMoverOptions) {
    this.#options = options;
  }

  /** True while an operator drains this node. */
  get drained(): boolean {
    return this.#drained;
  }

  /**
   * Applies the api's answer. Without one (null) nothing is asked until the next: the participants would get no ticket, and another start of this
   * node may have its calls by now. An answer of a release that does not know draining changes nothing.
   */
  apply(answer: DrainAnswer | null): void {
    if (answer === null) return this.stop();
    const { drain, elsewhere } = answer;
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

  /** Asks the room that was not asked for the longest time. */
  #askNext(): void {
    const now = this.#options.clock.now().getTime();
    const askedOf = (room: MovableRoom) => this.#asked.get(room) ?? NEVER;
    const rooms = this.#options.rooms().filter((room) => room.peers.length > 0);
    if (rooms.some((room) => room === this.#last && now - askedOf(room).at < SETTLE_MS)) return;
    const [next] = rooms
      .filter((room) => now - askedOf(room).at >= askedOf(room).pauseMs)
      .toSorted((a, b) => askedOf(a).at - askedOf(b).at);
    if (!next) return;
    const pauseMs = Math.min(Math.max(2 * askedOf(next).pauseMs, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    this.#asked.set(next, { at: now, pauseMs });
    this.#last = next;
    this.#options.log.info({ visitId: next.visitId }, 'call asked to move');
    next.announceEnd('node-draining');
  }
}
