import { TokenBucket, type TokenBucketPolicy } from './token-bucket.ts';

export interface AddressPolicy {
  /** Connections that one address may have at once. */
  readonly atOnce: number;
  /** How fast an address may open new ones. */
  readonly opening: TokenBucketPolicy;
  /** Addresses that are remembered at once. */
  readonly remembered: number;
}

/**
 * Generous for everybody behind one address of a hospital: so many at once, all of them opened at the same moment if need be (the node
 * has come back), and a tenth of them a second from then on.
 */
export function addressPolicy(atOnce: number): AddressPolicy {
  return { atOnce, opening: { burst: atOnce, perSecond: Math.max(1, atOnce / 10) }, remembered: 20_000 };
}

interface Visitor {
  open: number;
  readonly bucket: TokenBucket;
}

/**
 * Keeps one address from taking all of the node's connections. Time is given by the caller, in milliseconds of any monotonic
 * clock. An address is forgotten as soon as it has nothing open and its bucket is full again; with too many to remember, those
 * without a connection are forgotten first and then nobody new is let in.
 */
export class AddressLimits {
  readonly #policy: AddressPolicy;
  readonly #visitors = new Map<string, Visitor>();
  #refused = 0;

  constructor(policy: AddressPolicy) {
    this.#policy = policy;
  }

  /** Connections that were refused so far. */
  get refused(): number {
    return this.#refused;
  }

  get remembered(): number {
    return this.#visitors.size;
  }

  /** True when this address may open a connection now; asking counts against its rate. */
  allows(address: string, now: number): boolean {
    const visitor = this.#visitor(address, now);
    const allowed = visitor !== undefined && visitor.open < this.#policy.atOnce && visitor.bucket.take(now);
    if (!allowed) this.#refused += 1;
    return allowed;
  }

  /** A connection has opened. @returns what to call when it closes; undefined when there are too many already */
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

  /** Those of whom nothing is known that matters; when that is not enough, a tenth of all, longest known first. */
  #forget(now: number): void {
    const gone = [...this.#visitors].filter(([, { open }]) => open === 0);
    const rested = gone.filter(([, { bucket }]) => bucket.isFull(now));
    const some = rested.length > 0 ? rested : gone.slice(0, Math.ceil(this.#policy.remembered / 10));
    for (const [address] of some) this.#visitors.delete(address);
  }
}
