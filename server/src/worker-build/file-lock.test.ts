import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { withFileLock } from './file-lock.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yunzhen-lock-'));
  path = join(folder, 'deep', 'build.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('withFileLock', () => {
  it("holds the lock with this process's id during the work and releases it afterwards", async () => {
    const seen = await withFileLock(path, async () => readFileSync(path, 'utf8'));
    expect(seen).toBe(String(process.pid));
    expect(existsSync(path)).toBe(false);
  });

  it('releases the lock when the work fails', async () => {
    await expect(withFileLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(path)).toBe(false);
  });

  it('takes over the lock of a process that has ended', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    await withFileLock(path, async () => undefined);
    writeFileSync(path, String(gone));
    expect(await withFileLock(path, async () => 'done')).toBe('done');
  });

  it('waits for the lock of a running process', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    await withFileLock(path, async () => undefined);
    writeFileSync(path, String(other.pid));
    let waiting: Promise<unknown> = Promise.resolve();
    const waitedFor = new Promise<number>((resolve) => {
      waiting = withFileLock(path, async () => undefined, resolve);
    });
    expect(await waitedFor).toBe(other.pid);
    expect(readFileSync(path, 'utf8')).toBe(String(other.pid));
    const ended = once(other, 'exit');
    other.stdin.end();
    await ended;
    await waiting;
    expect(await withFileLock(path, async () => 'done')).toBe('done');
  });
});
