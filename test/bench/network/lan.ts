import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { atTheEnd } from '../endings.ts';

const run = promisify(execFile);
const bridge = 'yunzhen-lan';

/** The address of this machine in the network of the bench: database, balancer and browsers are here. */
export const here = '10.204.0.1';

/** A machine of the network: a namespace with an address of its own. */
export interface Machine {
  readonly name: string;
  readonly address: string;
}

/** Makes machines joined by a bridge, which go with the bench. Needs root and `ip`. */
export async function makeMachines(names: readonly string[]): Promise<Machine[]> {
  const machines = names.map((name, place) => ({ name, address: `10.204.0.${10 + place}` }));
  const remove = async () => {
    for (const { name } of machines) await run('ip', ['netns', 'delete', spaceOf(name)]).catch(() => undefined);
    await run('ip', ['link', 'delete', bridge]).catch(() => undefined);
  };
  await remove();
  atTheEnd(remove);
  await run('ip', ['link', 'add', bridge, 'type', 'bridge']);
  await run('ip', ['address', 'add', `${here}/24`, 'dev', bridge]);
  await run('ip', ['link', 'set', bridge, 'up']);
  for (const [place, { name, address }] of machines.entries()) {
    const [space, cable] = [spaceOf(name), `yzl${place}`];
    await run('ip', ['netns', 'add', space]);
    await run('ip', ['link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space]);
    await run('ip', ['link', 'set', cable, 'master', bridge, 'up']);
    const inside = (...command: string[]) => run('ip', ['netns', 'exec', space, 'ip', ...command]);
    await inside('link', 'set', 'lo', 'up');
    await inside('address', 'add', `${address}/24`, 'dev', 'eth0');
    await inside('link', 'set', 'eth0', 'up');
  }
  return machines;
}

const spaceOf = (name: string) => `yunzhen-${name}`;

/** Starts a program of ours on a machine; resolves when it serves. */
export async function startOn(
  { name }: Machine,
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(
    'ip',
    ['netns', 'exec', spaceOf(name), process.execPath, '--disable-warning=ExperimentalWarning', program],
    { env: { PATH, HOME, NODE_COMPILE_CACHE, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  atTheEnd(() => end(child));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} on ${name} ended with ${String(code)}`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return child;
}

/** Kills a program at once, as a power cut does. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
