import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of direct children of a process whose command line has the given text in it. */
export function childrenOf(parent: number, commandPart: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const parentPid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return parentPid === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(commandPart);
      } catch {
        return false;
      }
    });
}
