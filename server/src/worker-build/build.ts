import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { overlayDirectory, overlayNames, wrapFiles } from './overlay-files.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { overlayTargets } from './wrap-file.ts';

/** Debian packages for the build: tools, then the libraries that the overlays provide to mediasoup. */
const DEBIAN_PACKAGES = [
  'meson',
  'ninja-build',
  'pkg-config',
  'g++',
  'libssl-dev',
  'libuv1-dev',
  'libsrtp2-dev',
  'libabsl-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
];

/** Wrapped libraries that only the worker's tests and its Windows build need. */
const UNNEEDED_WRAPS = ['catch2', 'wingetopt'];

/** The worker's build configuration; part of the cache key. */
export const buildSettings = {
  options: ['--buildtype', 'release', '-Db_ndebug=true', '-Db_pie=true', '--wrap-mode', 'nodownload'],
  // The worker parses untrusted packets, so it gets the hardening of Debian's own packages.
  environment: {
    CXXFLAGS: '-fstack-protector-strong -D_FORTIFY_SOURCE=2',
    LDFLAGS: '-Wl,-z,relro -Wl,-z,now',
  },
};

/**
 * Builds mediasoup-worker from the sources in the npm package against the system's libraries. Takes minutes.
 * @param workerSources the package's `worker` folder
 * @param target path of the binary; next to it are the build folder, while it runs, and the log, which stays after a failure.
 *   The caller prevents concurrent builds of one target.
 * @throws Error with the end of the log when the build fails
 */
export async function buildWorker(workerSources: string, target: string): Promise<void> {
  const directories = overlayTargets(wrapFiles(workerSources), overlayNames(), UNNEEDED_WRAPS);
  ensureSystemPackages(DEBIAN_PACKAGES, 'to build the media worker');
  const scratch = `${target}-build`;
  const source = join(scratch, 'source');
  const build = join(scratch, 'build');
  const log = `${target}.log`;
  for (const leftover of [scratch, log]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  try {
    cpSync(workerSources, source, { recursive: true });
    for (const [name, directory] of directories) {
      cpSync(join(overlayDirectory, name), join(source, 'subprojects', directory), { recursive: true });
    }
    await runLogged('meson', ['setup', ...buildSettings.options, build, source], log);
    await runLogged('ninja', ['-C', build, 'mediasoup-worker'], log, ninjaProgress());
    cpSync(join(build, 'mediasoup-worker'), target);
    rmSync(log);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runLogged(
  command: string,
  commandArguments: readonly string[],
  log: string,
  onLine: (line: string) => void = () => undefined,
): Promise<void> {
  const child = spawn(command, commandArguments, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...buildSettings.environment },
  });
  const file = createWriteStream(log, { flags: 'a' });
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(file, { end: false });
    createInterface(stream).on('line', (line) => {
      tail.push(line);
      if (tail.length > 25) tail.shift();
      onLine(line);
    });
  }
  const [code] = await once(child, 'close');
  file.end();
  if (code !== 0) throw new Error(`${command} failed. The full log is in ${log}:\n${tail.join('\n')}`);
}

/** Returns a function that reports every tenth part of ninja's `[done/total]` lines. */
function ninjaProgress(): (line: string) => void {
  let reported = 0;
  return (line) => {
    const [, done, total] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
    const tenth = Math.floor((10 * Number(done)) / Number(total));
    if (!(tenth > reported)) return;
    reported = tenth;
    process.stderr.write(`yunzhen: media worker ${tenth * 10} % built\n`);
  };
}
