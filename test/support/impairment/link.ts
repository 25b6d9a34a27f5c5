import { PacketFates, type Impairment } from './impairment.ts';
import { seededRandom } from './random.ts';

/** Counts the packets of one direction by their outcome. */
export interface LinkCounters {
  packets: number;
  bytes: number;
  delivered: number;
  /** Random losses. */
  lost: number;
  /** Dropped because the queue was full. */
  overflowed: number;
  /** Dropped during a blackout. */
  blackedOut: number;
}

const defaultQueueMs = 200;

/** One direction of a connection: returns the arrival times of a packet. Has no timer and no socket. */
export class Link {
  impairment: Impairment;
  readonly counters: LinkCounters = { packets: 0, bytes: 0, delivered: 0, lost: 0, overflowed: 0, blackedOut: 0 };
  readonly #fates: PacketFates;
  /** When the link will have sent everything accepted so far. */
  #busyUntil = 0;
  #lastArrival = 0;
  #darkUntil = 0;

  constructor(seed: number, impairment: Impairment = {}) {
    this.#fates = new PacketFates(seededRandom(seed));
    this.impairment = impairment;
  }

  /** Blocks all packets until the given time, in the milliseconds of `arrivals`; `Infinity` until the next call. */
  darkUntil(time: number): void {
    this.#darkUntil = time;
  }

  /**
   * Returns the arrival times of a packet: none when it is lost, two when it is duplicated.
   *
   * @param now milliseconds, never decreasing
   */
  arrivals(now: number, bytes: number): number[] {
    const { counters, impairment } = this;
    counters.packets += 1;
    counters.bytes += bytes;
    const fate = this.#fates.next(impairment);
    if (now < this.#darkUntil) return this.#gone('blackedOut');
    if (fate.lost) return this.#gone('lost');
    const sent = this.#send(now, bytes);
    if (sent === null) return this.#gone('overflowed');
    counters.delivered += 1;
    const due = sent + (impairment.delayMs ?? 0) + fate.lateMs;
    const arrival = fate.heldBack ? due + (impairment.reorderMs ?? 0) : Math.max(due, this.#lastArrival);
    if (!fate.heldBack) this.#lastArrival = arrival;
    return fate.twice ? [arrival, arrival] : [arrival];
  }

  #gone(counter: 'lost' | 'overflowed' | 'blackedOut'): number[] {
    this.counters[counter] += 1;
    return [];
  }

  /** Returns when the last bit has been sent, or null when the queue is full. */
  #send(now: number, bytes: number): number | null {
    const { kbps, queueMs = defaultQueueMs } = this.impairment;
    if (kbps === undefined) return now;
    const start = Math.max(now, this.#busyUntil);
    if (start - now > queueMs) return null;
    this.#busyUntil = start + (bytes * 8) / kbps;
    return this.#busyUntil;
  }
}
