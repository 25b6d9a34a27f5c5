export interface BodyBudgetPolicy {
  /** Bytes of one client at once. */
  readonly sender: number;
  /** Bytes of all clients at once. */
  readonly total: number;
}

type Taken = { release: () => void } | { refused: 'request.rate-limited' | 'service.unavailable' };

/** Limits the bytes of request bodies being read, per client and for the process. */
export class BodyBudget {
  readonly #policy: BodyBudgetPolicy;
  readonly #senders = new Map<string, number>();
  #total = 0;

  constructor(policy: BodyBudgetPolicy) {
    this.#policy = policy;
  }

  /** Takes the bytes until `release`, which may be called more than once. A rejection says whether this client or all together exceeded the limit. */
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
