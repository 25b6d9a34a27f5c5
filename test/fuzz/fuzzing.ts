import { createRandom, type Random } from '../../server/src/demo/random.ts';

/** Sends one input and says what was wrong with the answer; null where all was well. `input` is what to send again to see it;
 * `took` the milliseconds of the answer, where more is waited for than that. */
export type FuzzStep = (random: Random) => Promise<{ input: unknown; wrong: string | null; took?: number }>;

/** Starts what is sent to. */
export type FuzzTarget = () => Promise<FuzzStep>;

/** An answer that takes longer is a failure: one sender must not keep the others waiting. In milliseconds. */
const slow = 2000;

/** Sends inputs until the time is over or one does harm. True when one did. */
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
