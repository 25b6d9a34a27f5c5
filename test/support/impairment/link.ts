import { PacketFates, type Impairment } from './impairment.ts';
import { seededRandom } from './random.ts';

/** Packets of one direction: how many came, and what became of them. */
export interface LinkCounters {
  packets: number;
  bytes: number;
  delivered: number;
  /** By chance. */
  lost: number;
  /** Found the queue full. */
  overflowed: number;
  /** Came during a blackout. */
  blackedOut: number;
}

const defaultQueueMs = 200;

/** One direction of a line: given a packet and the time, says when it arrives. Holds no timer and no socket. */
export class Link {
  impairment: Impairment;
  readonly counters: LinkCounters = { packets: 0, bytes: 0, delivered: 0, lost: 0, overflowed: 0, blackedOut: 0 };
  readonly #fates: PacketFates;
  /** When the line has sent all that it has taken so far. */
  #busyUntil = 0;
  #lastArrival = 0;
  #darkUntil = 0;

  constructor(seed: number, impairment: Impairment = {}) {
    this.#fates = new PacketFates(seededRandom(seed));
    this.impairment = impairment;
  }

  /** Nothing passes until then, in the milliseconds of `arrivals`; `Infinity` until it is called again. */
  darkUntil(time: number): void {
    this.#darkUntil = time;
  }

  /**
   * When a packet that comes now arrives at the other end: none when it is lost, two when it is doubled.
   *
   * @param now milliseconds, never going back
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

  /** When the last bit has left, or null when the queue has no room. */
  #send(now: number, bytes: number): number | null {
    const { kbps, queueMs = defaultQueueMs } = this.impairment;
    if (kbps === undefined) return now;
    const start = Math.max(now, this.#busyUntil);
    if (start - now > queueMs) return null;
    this.#busyUntil = start + (bytes * 8) / kbps;
    return this.#busyUntil;
  }
}
