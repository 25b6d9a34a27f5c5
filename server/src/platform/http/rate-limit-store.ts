import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import { FixedWindows } from '../limits/fixed-windows.ts';
import type { SharedCounters } from '../limits/shared-counters.ts';

/** Returns a store for `@fastify/rate-limit` that counts over all processes, and for this one alone while that is impossible. */
export function rateLimitStore(counters: SharedCounters): FastifyRateLimitStoreCtor {
  return class Store implements FastifyRateLimitStore {
    /** Counts all the time, so that no limit starts over when the shared counters go away. */
    readonly #own = new FixedWindows();

    incr(key: string, done: Parameters<FastifyRateLimitStore['incr']>[1], window = 60_000): void {
      const own = this.#own.count(key, window, performance.now());
      // The shared ones are fewer after their server lost them.
      void counters
        .count(key, window)
        .then((shared) => done(null, shared && shared.current > own.current ? shared : own));
    }

    child(): FastifyRateLimitStore {
      return new Store();
    }
  };
}
