export interface BodyBudgetPolicy {
  /** Bytes of one sender at once. */
  readonly sender: number;
  /** Bytes of all senders at once. */
  readonly total: number;
}

type Taken = { release: () => void } | { refused: 'request.rate-limited' | 'service.unavailable' };

/** Bounds the bytes of request bodies that are being read, for one sender and for the process. */
export class BodyBudget {
  readonly #policy: BodyBudgetPolicy;
  readonly #senders = new Map<string, number>();
  #total = 0;

  constructor(policy: BodyBudgetPolicy) {
    this.#policy = policy;
  }

  /** Takes the bytes until `release`, which may be called more than once. Refused: by this sender, or by everyone together. */
  take(sender: string, bytes: number): Taken {
    const own = this.#senders.get(sender) ?? 0;
    if (own + bytes > this.#policy.sender) return { refused: 'request.rate-limited' };
    if (this.#total + bytes > this.#policy.total) return { refused: 'service.unavailable' };
    this.#add(sender, bytes);
    let released = false;
    return {
      release: () => {
        if (released) return;
        released = true;
        this.#add(sender, -bytes);
      },
    };
  }

  get bytesInFlight(): number {
    return this.#total;
  }

  #add(sender: string, bytes: number): void {
    this.#total += bytes;
    const own = (this.#senders.get(sender) ?? 0) + bytes;
    if (own > 0) this.#senders.set(sender, own);
    else this.#senders.delete(sender);
  }
}
