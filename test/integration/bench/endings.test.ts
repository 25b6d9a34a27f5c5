import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const run = fileURLToPath(new URL('../../bench/run.ts', import.meta.url));
const bench = new URL('./unfinished.ts', import.meta.url).href;

/** Runs a measurement and returns its output and exit code. */
async function ending(how: string, signal?: NodeJS.Signals): Promise<{ code: unknown; said: string[] }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', run, bench, how], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (signal && said.includes('started')) child.kill(signal);
  });
  const [code] = (await once(child, 'close')) as [unknown];
  return { code, said: said.trim().split('\n') };
}

describe('a resource that a bench started', () => {
  it.each([
    ['done', undefined, 0],
    ['throws', undefined, 1],
    ['event', undefined, 1],
    ['waits', 'SIGTERM', 143],
    ['waits', 'SIGINT', 130],
  ] as const)('is closed in reverse order when the bench %s %s', async (how, signal, code) => {
    const ended = await ending(how, signal);
    expect(ended.code).toBe(code);
    expect(ended.said.filter((line) => line !== 'started')).toEqual(['last ended', 'first ended']);
  });
});
