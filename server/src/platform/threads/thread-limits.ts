import type { ResourceLimits } from 'node:worker_threads';

/** Megabytes for new objects. V8’s own limit would add up to 50 MB of garbage to a thread that waits for work most of the time. */
const YOUNG_GENERATION_MB = 8;

/** Returns the limits of a thread that stays for the life of the process: `memoryMb` for what it retains, little for new objects. */
export function threadLimits(memoryMb: number): ResourceLimits {
  return { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
}
