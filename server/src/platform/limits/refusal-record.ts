import type { Logger } from '../logging/logger.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import type { TokenBucketPolicy } from './token-bucket.ts';

/** Refusals of one client beyond those that were recorded one by one. */
export interface CountedRefusals<Refusal> {
  readonly last: Refusal;
  readonly count: number;
  readonly since: Date;
}

export interface RefusalRecordOptions<Refusal> {
  /** Records one refusal, or throws. */
  readonly write: (refusal: Refusal) => Promise<void>;
  readonly writeCounted: (counted: CountedRefusals<Refusal>) => Promise<void>;
  /** Multiplies the number recorded one by one. */
  readonly factor: number;
  /** Recorded one by one: by default a burst of sixty, then one a minute. */
  readonly oneByOne?: TokenBucketPolicy;
  /** How often counts are recorded, in milliseconds. */
  readonly every: number;
  readonly log: Logger;
}

const usually = { burst: 60, perSecond: 1 / 60 };

/**
 * Keeps a client from filling the audit trail with refusals: the first ones are recorded one by one, further ones as a count. A killed process loses
 * its unrecorded counts, of at most the last `every` milliseconds.
 */
export class RefusalRecord<Refusal> {
  readonly #options: RefusalRecordOptions<Refusal>;
  readonly #buckets: KeyedBuckets;
  readonly #timer: NodeJS.Timeout;
  #counted = new Map<string, CountedRefusals<Refusal>>();

  constructor(options: RefusalRecordOptions<Refusal>) {
    const { factor, every, oneByOne: { burst, perSecond } = usually } = options;
    this.#options = options;
    this.#buckets = new KeyedBuckets({ burst: burst * factor, perSecond: perSecond * factor });
    this.#timer = setInterval(() => void this.flush(), every).unref();
  }

  async record(sender: string, refusal: Refusal): Promise<void> {
    if (this.#buckets.take(sender, performance.now())) return this.#options.write(refusal);
    const before = this.#counted.get(sender);
    this.#counted.set(sender, {
      last: refusal,
      count: (before?.count ?? 0) + 1,
      since: before?.since ?? new Date(),
    });
  }

  /** Records the counts; those that cannot be recorded now stay. */
  async flush(): Promise<void> {
    const counted = this.#counted;
    this.#counted = new Map();
    for (const [sender, refusals] of counted) {
      try {
        await this.#options.writeCounted(refusals);
      } catch (error) {
        this.#options.log.error({ err: error }, 'counted rejections could not be audited');
        const since = this.#counted.get(sender);
        this.#counted.set(sender, { ...refusals, count: refusals.count + (since?.count ?? 0) });
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}
