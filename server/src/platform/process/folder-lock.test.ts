import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const module = new URL('./folder-lock.ts', import.meta.url).href;

/** Starts a process that takes the lock, reports it, and ends when its input closes. With `waits` it takes the lock when told by a line of input. */
function owner({ of = folder, waits = false } = {}) {
  const script = `const { lockFolder } = await import(${JSON.stringify(module)});
    if (${waits}) {
      process.stdout.write('ready\\n');
      await new Promise((go) => process.stdin.once('data', go));
    }
    await lockFolder(${JSON.stringify(of)}).then(
      () => process.stdout.write('locked\\n'),
      (error) => process.stdout.write(error.message, () => process.exit(1)),
    );
    process.stdin.on('end', () => process.exit(0)).resume();`;
  const child = execFile(process.execPath, ['--input-type=module', '-e', script]);
  const said = new Promise<string>((done) => child.stdout?.once('data', (line: Buffer) => done(String(line).trim())));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return { child, said, ended };
}

describe('the lock of the data folder', () => {
  it('rejects a second process, names the first, and is released when that one ends', async () => {
    const first = owner();
    expect(await first.said).toBe('locked');
    expect(await owner().said).toBe(
      `${folder} is in use by process ${first.child.pid}. Stop that one first, or choose another DATA_DIR.`,
    );
    first.child.stdin?.end();
    await first.ended;
    expect(await readdir(folder)).toEqual([]);
    const second = owner();
    expect(await second.said).toBe('locked');
    second.child.kill('SIGKILL');
    await second.ended;
  });

  it('is taken over from a killed process by exactly one of six that start at the same time', async () => {
    const first = owner();
    await first.said;
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await readFile(join(folder, 'owner.lock'), 'utf8')).toMatch(/^\d+ /);
    const all = Array.from({ length: 6 }, () => owner({ waits: true }));
    expect(new Set(await Promise.all(all.map((each) => each.said)))).toEqual(new Set(['ready']));
    const said = all.map(
      ({ child }) => new Promise<string>((done) => child.stdout?.once('data', (line) => done(String(line).trim()))),
    );
    for (const { child } of all) child.stdin?.write('go\n');
    expect((await Promise.all(said)).filter((line) => line === 'locked')).toHaveLength(1);
    for (const each of all) each.child.kill('SIGKILL');
    await Promise.all(all.map((each) => each.ended));
  });

  it('is taken over after a process was killed while it took over', async () => {
    await writeFile(join(folder, 'owner.lock'), '999999 1');
    await writeFile(join(folder, 'owner.lock.after-999999-1'), '999998 1');
    const next = owner();
    expect(await next.said).toBe('locked');
    expect(await readdir(folder)).toEqual(['owner.lock']);
    next.child.kill('SIGKILL');
    await next.ended;
  });

  it('is taken over when its process number belongs to another process now', async () => {
    await writeFile(join(folder, 'owner.lock'), `${process.pid} 1`);
    const next = owner();
    expect(await next.said).toBe('locked');
    next.child.kill('SIGKILL');
    await next.ended;
  });

  it('reports that the folder cannot be created', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await owner({ of: join(folder, 'file', 'data') }).said).toContain('DATA_DIR');
  });
});
