import { AppError } from '@yunzhen/shared/core/errors';

export interface FairQueuePolicy {
  /** Tasks that run at once. */
  readonly atOnce: number;
  /** Tasks of all senders that wait for a place. */
  readonly waiting: number;
}

interface Waiter {
  start: () => void;
  refuse: () => void;
}

/**
 * Bounds costly work over all senders. Those that wait take turns, so one with many tasks delays others by one task each round. When the queue is
 * full, the newest task of the sender with the most waiting is refused.
 */
export class FairQueue {
  readonly #policy: FairQueuePolicy;
  /** In the order of their next turns; a sender without waiting tasks is not in it. */
  readonly #senders = new Map<string, Waiter[]>();
  #running = 0;
  #waiting = 0;

  constructor(policy: FairQueuePolicy) {
    this.#policy = policy;
  }

  /** Runs the task when a place is free. Throws `service.unavailable` with the seconds after which to retry. */
  async run<Value>(sender: string, task: () => Promise<Value>): Promise<Value> {
    if (this.#running < this.#policy.atOnce) this.#running += 1;
    else await this.#wait(sender);
    try {
      return await task();
    } finally {
      this.#next();
    }
  }

  #wait(sender: string): Promise<void> {
    return new Promise((start, reject) => {
      const refuse = () =>
        reject(new AppError('service.unavailable', 'too much work at once', { facts: { retryAfterSeconds: 1 } }));
      const own = this.#senders.get(sender) ?? [];
      if (this.#waiting >= this.#policy.waiting && !this.#makeRoom(own.length)) return refuse();
      this.#senders.set(sender, own);
      own.push({ start, refuse });
      this.#waiting += 1;
    });
  }

  /** Refuses the newest task of the sender with the most waiting, if that one would still have more than the newcomer has with its task. */
  #makeRoom(ownCount: number): boolean {
    let longest: Waiter[] = [];
    for (const waiters of this.#senders.values()) if (waiters.length > longest.length) longest = waiters;
    if (longest.length <= ownCount + 1) return false;
    longest.pop()?.refuse();
    this.#waiting -= 1;
    return true;
  }

  /** Gives the place to the next sender, who then goes to the end. */
  #next(): void {
    const [turn] = this.#senders;
    if (!turn) {
      this.#running -= 1;
      return;
    }
    const [sender, waiters] = turn;
    const waiter = waiters.shift();
    this.#senders.delete(sender);
    if (waiters.length > 0) this.#senders.set(sender, waiters);
    this.#waiting -= 1;
    waiter?.start();
  }
}
