import { z } from 'zod';
import type { Counted, SharedCounters } from '../limits/shared-counters.ts';
import type { Valkey } from './valkey.ts';

/** After a failure nothing is asked for this long, so that a silent server delays few requests. */
const pauseMilliseconds = 1_000;

const script = `local current = redis.call('INCR', KEYS[1])
if current == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {current, redis.call('PTTL', KEYS[1])}`;
const answer = z.tuple([z.number(), z.number()]);

/** Counters that the processes of an installation share. Keys are hashed: the server learns neither accounts nor addresses. */
export class ValkeyCounters implements SharedCounters {
  readonly #valkey: Valkey;
  #pausedUntil = 0;

  constructor(valkey: Valkey) {
    this.#valkey = valkey;
  }

  async count(key: string, windowMilliseconds: number): Promise<Counted | null> {
    const { commands } = this.#valkey;
    if (commands.status !== 'ready' || performance.now() < this.#pausedUntil) return null;
    try {
      const counted = await commands.eval(script, 1, this.#valkey.name(`limit ${key}`), windowMilliseconds);
      const [current, ttl] = answer.parse(counted);
      return { current, ttl };
    } catch {
      this.#pausedUntil = performance.now() + pauseMilliseconds;
      return null;
    }
  }
}
