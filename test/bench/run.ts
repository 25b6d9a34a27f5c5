import { constants } from 'node:os';
import { endEverything } from './endings.ts';

/** Runs the benchmark `FILE`, and cleans up when it finishes, fails or receives a signal. */
const [file = ''] = process.argv.slice(2);
let ending = false;

async function end(code: number): Promise<void> {
  // A second signal ends the program at once.
  if (ending) process.exit(code);
  ending = true;
  await endEverything();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end(128 + constants.signals[signal]));
process.on('uncaughtException', (error) => {
  console.error(error);
  // An error during the cleanup is reported and changes nothing.
  if (!ending) void end(1);
});

await import(new URL(file, import.meta.url).href);
await end(0);
