import { endEverything } from '../bench/endings.ts';
import { fuzz, type FuzzTarget } from './fuzzing.ts';

/** `run.ts NAME [seconds] [seed]` sends hostile input for a time and fails with the first input that causes a fault. */
const [name = '', seconds = '60', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
process.exitCode = 1;
try {
  const target = (await import(new URL(`./${name}.fuzz.ts`, import.meta.url).href)) as { default: FuzzTarget };
  const found = await fuzz(name, await target.default(), { seconds: Number(seconds), seed });
  process.exitCode = found ? 1 : 0;
} finally {
  await endEverything();
}
process.exit();
