import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { atTheEnd } from './endings.ts';

/** A program of the measurement’s own beside it. It ends when we let go of it, which happens at the end at the latest. */
export function startChild(
  program: string,
  env: Record<string, string>,
  execArgv: readonly string[] = [],
): ChildProcess {
  const child = fork(program, {
    env: { PATH: process.env['PATH'], ...env },
    execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv],
  });
  atTheEnd(() => endChildren([child]));
  return child;
}

/** Where the child listens, which is the first that it says. Throws when it ends before. */
export async function addressOf(child: ChildProcess): Promise<string> {
  const dead = new AbortController();
  const ended = once(child, 'exit', { signal: dead.signal }).then(() => {
    throw new Error('a process of the measurement ended');
  });
  const [address] = (await Promise.race([once(child, 'message'), ended])) as [string];
  ended.catch(() => undefined);
  dead.abort();
  return address;
}

/** Lets go of them and waits for their end. */
export async function endChildren(children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) if (child.connected) child.disconnect();
  for (const child of children) if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
