import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../process/start-failure.ts';

/** How long a migration waits for a lock, and how often it tries. */
export interface LockLimits {
  /** The longest wait for one lock. Requests of the running programs queue behind it. */
  seconds: number;
  tries: number;
  /** Milliseconds before the second try; each further pause is twice as long, up to `longestPauseMs`. */
  pauseMs: number;
}

export const standardLocks: LockLimits = { seconds: 5, tries: 8, pauseMs: 500 };

const longestPauseMs = 15_000;
const lockNotAvailable = '55P03';

/**
 * Runs `work` again while it fails for want of a lock, so that requests which queue behind it get their turn in between. Throws
 * `StartError` when the last try failed too.
 */
export async function withLockRetries<Value>(
  what: string,
  { seconds, tries, pauseMs }: LockLimits,
  work: () => Promise<Value>,
): Promise<Value> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== lockNotAvailable) throw error;
      if (tried === tries)
        throw new StartError(
          `${what} gave up after ${tries} tries: each time another connection held a lock for more than ${seconds} s. ` +
            'End long transactions (pg_stat_activity) and run npm run migrate again, or raise MIGRATION_LOCK_SECONDS.',
          { cause: error },
        );
      await delay(Math.min(pauseMs * 2 ** (tried - 1), longestPauseMs));
    }
  }
}
