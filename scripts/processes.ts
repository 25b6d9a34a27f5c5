import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.ts';

/** Node options for our own programs: Node strips types, which some releases still report as experimental. */
export const nodeOptions = ['--disable-warning=ExperimentalWarning'];

export interface RunOptions {
  /** Folder in the checkout. */
  readonly folder?: string;
  /** Added to this process's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Opens an IPC channel; the program ends when it closes. */
  readonly channel?: boolean;
}

/** Starts a program in the checkout that shares the terminal and receives forwarded signals. */
export function start(
  command: string,
  commandArguments: readonly string[],
  { folder = '', env, channel = false }: RunOptions = {},
): ChildProcess {
  const child = spawn(command, commandArguments, {
    cwd: join(root, folder),
    stdio: channel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    env: { ...process.env, ...env },
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, pass);
    child.on('exit', () => process.off(signal, pass));
  }
  return child;
}

/** Runs a program to its end on the same terminal. Returns its exit code, 1 when a signal ended it. */
export async function run(command: string, commandArguments: readonly string[], options?: RunOptions): Promise<number> {
  const [code] = (await once(start(command, commandArguments, options), 'exit')) as [number | null];
  return code ?? 1;
}

/** Runs a program to its end and returns the output of both streams. */
export async function capture(
  command: string,
  commandArguments: readonly string[],
): Promise<{ code: number; output: string }> {
  const child = spawn(command, commandArguments, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') };
}

/** Returns the path of an installed package's command. */
export function packageCommand(name: string): string {
  return join(root, 'node_modules', '.bin', name);
}

/** Returns the path of the first of these programs in PATH. */
export function findProgram(...names: readonly string[]): string | undefined {
  const directories = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => directories.map((directory) => join(directory, name))).find(isExecutable);
}

/** Returns the output of a short program; empty when it is missing or fails. */
export function outputOf(command: string, commandArguments: readonly string[]): string {
  const { status, stdout } = spawnSync(command, commandArguments, { encoding: 'utf8' });
  return status === 0 ? stdout : '';
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
