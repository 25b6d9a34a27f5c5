import { constants } from 'node:os';
import { endEverything } from './endings.ts';

/** Runs the measurement `FILE`, and ends what it started when it is done, when it fails and when a signal stops it. */
const [file = ''] = process.argv.slice(2);
let ending = false;

async function end(code: number): Promise<void> {
  // Whoever asks twice does not want to wait.
  if (ending) process.exit(code);
  ending = true;
  await endEverything();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end(128 + constants.signals[signal]));
process.on('uncaughtException', (error) => {
  console.error(error);
  // What fails while everything ends is told and changes nothing.
  if (!ending) void end(1);
});

await import(new URL(file, import.meta.url).href);
await end(0);
