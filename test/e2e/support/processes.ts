import { readdirSync, readFileSync } from 'node:fs';

/** Returns the ids of a process’s direct children whose command line contains the text. */
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
