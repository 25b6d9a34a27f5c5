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

/** What ends the wait of a task before its turn. */
export interface Patience {
  /** Aborted when no client waits for the answer any more: the task leaves the queue at once. */
  readonly signal?: AbortSignal;
  /** A task that has waited longer than these milliseconds when its turn comes is refused. */
  readonly longestWait?: number;
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

  /**
   * Runs the task when a place is free. Throws `service.unavailable` with the seconds after which to retry, and `request.malformed` where the signal
   * is aborted before.
   */
  async run<Value>(sender: string, task: () => Promise<Value>, patience: Patience = {}): Promise<Value> {
    const { signal, longestWait = Infinity } = patience;
    if (signal?.aborted) throw abandoned();
    const asked = performance.now();
    if (this.#running < this.#policy.atOnce) this.#running += 1;
    else await this.#wait(sender, signal);
    try {
      if (performance.now() - asked > longestWait) throw refusal();
      return await task();
    } finally {
      this.#next();
    }
  }

  async #wait(sender: string, signal: AbortSignal | undefined): Promise<void> {
    let leave: (() => void) | undefined;
    try {
      await new Promise<void>((start, reject) => {
        const own = this.#senders.get(sender) ?? [];
        if (this.#waiting >= this.#policy.waiting && !this.#makeRoom(own.length)) return reject(refusal());
        const waiter = { start, refuse: () => reject(refusal()) };
        this.#senders.set(sender, own);
        own.push(waiter);
        this.#waiting += 1;
        leave = () => {
          if (this.#remove(sender, waiter)) reject(abandoned());
        };
        signal?.addEventListener('abort', leave);
      });
    } finally {
      if (leave) signal?.removeEventListener('abort', leave);
    }
  }

  /** Takes a task that waits out of the queue. Returns false for one that does not wait any more. */
  #remove(sender: string, waiter: Waiter): boolean {
    const waiters = this.#senders.get(sender) ?? [];
    const at = waiters.indexOf(waiter);
    if (at < 0) return false;
    waiters.splice(at, 1);
    if (waiters.length === 0) this.#senders.delete(sender);
    this.#waiting -= 1;
    return true;
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

function refusal(): AppError {
  return new AppError('service.unavailable', 'too much work at once', { facts: { retryAfterSeconds: 1 } });
}

/** The code of every request whose client has gone; no client receives it. */
function abandoned(): AppError {
  return new AppError('request.malformed', 'request was aborted');
}
