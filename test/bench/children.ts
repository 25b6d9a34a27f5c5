import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { atTheEnd } from './endings.ts';

/** Starts a program of the benchmark. It ends when released, at the latest at the end of the benchmark. */
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

/** Returns the address at which the child listens, which is its first message. Throws when the child ends first. */
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

/** Returns the child’s next message; throws when the child ends instead. */
export function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((done, failed) => {
    const ended = () => failed(new Error('a process of the measurement ended'));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      done(answer as Answer);
    });
  });
}

/** Releases the children and waits for their end. */
export async function endChildren(children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) if (child.connected) child.disconnect();
  for (const child of children) if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
