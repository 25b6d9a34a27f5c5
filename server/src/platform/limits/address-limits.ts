import { TokenBucket, type TokenBucketPolicy } from './token-bucket.ts';

export interface AddressPolicy {
  /** Connections that one address may have at once. */
  readonly atOnce: number;
  /** Rate at which an address may open new connections. */
  readonly opening: TokenBucketPolicy;
  /** Addresses remembered at once. */
  readonly remembered: number;
}

/**
 * Returns limits generous enough for everyone behind one address of a hospital: that many at once, all at the same moment (after a node’s restart),
 * then a tenth of them per second.
 */
export function addressPolicy(atOnce: number): AddressPolicy {
  return { atOnce, opening: { burst: atOnce, perSecond: Math.max(1, atOnce / 10) }, remembered: 20_000 };
}

interface Visitor {
  open: number;
  readonly bucket: TokenBucket;
}

/**
 * Keeps one address from taking all of the node's connections. The caller passes the time, in milliseconds of any monotonic clock.
 * An address is forgotten once it has no connection and its bucket is full. Beyond the limit, addresses without a connection are forgotten first;
 * then new ones are rejected.
 */
export class AddressLimits {
  readonly #policy: AddressPolicy;
  readonly #visitors = new Map<string, Visitor>();
  #refused = 0;

  constructor(policy: AddressPolicy) {
    this.#policy = policy;
  }

  /** Connections rejected so far. */
  get refused(): number {
    return this.#refused;
  }

  get remembered(): number {
    return this.#visitors.size;
  }

  /** Returns whether this address may open a connection now; asking counts against its rate. */
  allows(address: string, now: number): boolean {
    const visitor = this.#visitor(address, now);
    const allowed = visitor !== undefined && visitor.open < this.#policy.atOnce && visitor.bucket.take(now);
    if (!allowed) this.#refused += 1;
    return allowed;
  }

  /** Registers an open connection. @returns a function to call when it closes; undefined when there are too many already */
  open(address: string, now: number): (() => void) | undefined {
    const visitor = this.#visitor(address, now);
    if (!visitor || visitor.open >= this.#policy.atOnce) return undefined;
    visitor.open += 1;
    let closed = false;
    return () => {
      if (closed) return;
      closed = true;
      visitor.open -= 1;
    };
  }

  #visitor(address: string, now: number): Visitor | undefined {
    const known = this.#visitors.get(address);
    if (known) return known;
    if (this.#visitors.size >= this.#policy.remembered) this.#forget(now);
    if (this.#visitors.size >= this.#policy.remembered) return undefined;
    const visitor = { open: 0, bucket: new TokenBucket(this.#policy.opening, now) };
    this.#visitors.set(address, visitor);
    return visitor;
  }

  /** Forgets addresses without relevant state; if that is not enough, the oldest tenth of all. */
  #forget(now: number): void {
    const gone = [...this.#visitors].filter(([, { open }]) => open === 0);
    const rested = gone.filter(([, { bucket }]) => bucket.isFull(now));
    const some = rested.length > 0 ? rested : gone.slice(0, Math.ceil(this.#policy.remembered / 10));
    for (const [address] of some) this.#visitors.delete(address);
  }
}
