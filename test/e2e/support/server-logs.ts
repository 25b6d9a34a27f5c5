import { open, stat, writeFile } from 'node:fs/promises';
import { startedLogs } from './installation.ts';

/** Returns the logs of the installations that this worker’s tests use: the run’s, and those the tests started. */
function logFiles(): string[] {
  const ofRun = process.env['YUNZHEN_E2E_LOG'];
  return ofRun ? [ofRun, ...startedLogs] : [...startedLogs];
}

/** Returns the size of each log in bytes. */
export async function logSizes(): Promise<Map<string, number>> {
  const sizes = await Promise.all(logFiles().map(async (file) => [file, await sizeOf(file)] as const));
  return new Map(sizes);
}

/** Writes what each log gained since then to `server-0.log`, `server-1.log` …; an empty file means that it logged nothing. */
export async function keepServerLogs(since: Map<string, number>, pathOf: (name: string) => string): Promise<void> {
  for (const [index, file] of logFiles().entries()) {
    const from = since.get(file) ?? 0;
    const length = (await sizeOf(file)) - from;
    const log = await open(file);
    try {
      const { buffer } = await log.read(Buffer.alloc(length), 0, length, from);
      await writeFile(pathOf(`server-${index}.log`), buffer);
    } finally {
      await log.close();
    }
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file)).size;
}
