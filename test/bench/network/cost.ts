import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Returns the processor seconds of processes and their children, ended ones included. */
export function processorSeconds(pids: readonly number[]): number {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = statOf(Number(entry))?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const ticksOf = (pid: number, own: 'all' | 'running'): number => {
    const stat = statOf(pid);
    if (!stat) return 0;
    const below = (children.get(pid) ?? []).map((child) => ticksOf(child, 'running'));
    return stat.running + (own === 'all' ? stat.ended : 0) + below.reduce((sum, each) => sum + each, 0);
  };
  return pids.reduce((sum, pid) => sum + ticksOf(pid, 'all'), 0) / ticksPerSecond;
}

/** Returns the parent of a process and the clock ticks of itself and of its ended children; undefined when it is gone. */
function statOf(pid: number): { parent: number; running: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (place: number) => Number(fields[place - 3]);
    return { parent: at(4), running: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return undefined;
  }
}
