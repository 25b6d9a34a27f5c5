import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

let listsAreFresh = false;

/**
 * Installs missing Debian packages when running as root on Debian or Ubuntu.
 * @param packages names in the Debian archive
 * @param purpose what they are for, as the end of "… are needed"
 * @throws Error with the exact command to run when they cannot be installed
 */
export function ensureSystemPackages(packages: readonly string[], purpose: string): void {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!isDebianLike() || process.getuid?.() !== 0) {
    throw new Error(`System packages are needed ${purpose}. ${instruction(command)}`);
  }
  process.stderr.write(`yunzhen: installing system packages ${purpose}: ${missing.join(' ')}\n`);
  if (!listsAreFresh) aptGet(['update']);
  listsAreFresh = true;
  const { status, output } = aptGet(command.split(' ').slice(1));
  if (status !== 0) {
    throw new Error(`"${command}" failed:\n${output.trim().split('\n').slice(-15).join('\n')}`);
  }
}

/** Returns whether os-release names Debian, Ubuntu or a derivative. */
export function isDebianLike(osRelease: string = readOsRelease()): boolean {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap((match) => (match[1] ?? '').split(' '));
  return ids.includes('debian') || ids.includes('ubuntu');
}

function instruction(command: string): string {
  if (isDebianLike()) return `Run: sudo apt-get update && sudo ${command}`;
  return `On Debian or Ubuntu that is "sudo ${command}"; install the same libraries and programs with this system's own package manager.`;
}

function isInstalled(name: string): boolean {
  const { status, stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return status === 0 && stdout === 'installed';
}

function aptGet(commandArguments: readonly string[]): { status: number | null; output: string } {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another package manager may be running, as on a cloud machine's first boot: wait for it instead of failing.
  const waiting = ['-o', 'DPkg::Lock::Timeout=300', ...commandArguments];
  const { status, stdout, stderr } = spawnSync('apt-get', waiting, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, output: stdout + stderr };
}

function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
