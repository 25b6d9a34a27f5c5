import { createRandom, type Random } from '../../server/src/demo/random.ts';

/**
 * Sends one input and returns the fault in the response; null when there is none. `input` reproduces it; `took` is the response time in milliseconds
 * when the step waits for more than the response.
 */
export type FuzzStep = (random: Random) => Promise<{ input: unknown; wrong: string | null; took?: number }>;

/** Starts the target and returns its step. */
export type FuzzTarget = () => Promise<FuzzStep>;

/** Milliseconds after which a response counts as a fault, because one sender must not block others. */
const slow = 2000;

/** Sends inputs until the time is over or one causes a fault. Returns true when one did. */
export async function fuzz(
  name: string,
  step: FuzzStep,
  { seconds, seed }: { seconds: number; seed: string },
): Promise<boolean> {
  process.stdout.write(`fuzz ${name}: seed ${seed}, ${seconds} s\n`);
  const until = performance.now() + seconds * 1000;
  let [count, slowest] = [0, 0];
  for (; performance.now() < until; count++) {
    const begun = performance.now();
    const { input, wrong, ...measured } = await step(createRandom(`${seed} ${count}`));
    const took = measured.took ?? performance.now() - begun;
    slowest = Math.max(slowest, took);
    const harm = wrong ?? (took > slow ? `took ${Math.round(took)} ms` : null);
    if (harm === null) continue;
    process.stdout.write(`fuzz ${name}: input ${count} of seed ${seed}: ${harm}\n${JSON.stringify(input)}\n`);
    return true;
  }
  process.stdout.write(`fuzz ${name}: ${count} inputs, none did harm, the slowest took ${Math.round(slowest)} ms\n`);
  return false;
}
