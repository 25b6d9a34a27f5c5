import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessMemory {
  pid: number;
  /** What the process is in the program: supervisor, api, media node, worker, database. */
  name: string;
  /** Proportional set size: pages that several processes share count once in the sum. */
  megabytes: number;
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended.
    return '';
  }
};

/** Returns the processes below `root`, itself included. Linux only; of other users’ processes only root may read the size. */
export function memoryOf(root: number): ProcessMemory[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = /^PPid:\s+(\d+)/m.exec(textOf(`/proc/${entry}/status`))?.[1];
    if (parent) parents.set(Number(entry), Number(parent));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && pid > 1 && isBelow(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isBelow).flatMap((pid) => {
    const size = /^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1];
    return size ? [{ pid, name: nameOf(pid), megabytes: Number(size) / 1024 }] : [];
  });
}

const names: readonly [RegExp, string][] = [
  [/mediasoup-worker/, 'media worker'],
  [/server\/src\/api\/main/, 'api'],
  [/server\/src\/media\/main/, 'media node'],
  [/server\/src\/demo\/year/, 'demo year'],
  [/server\/src\/main/, 'supervisor'],
  // A shell that ends the database after its supervisor.
  [/postgres|kill -TERM/, 'database'],
];

function nameOf(pid: number): string {
  const command = textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return names.find(([form]) => form.test(command))?.[1] ?? command.slice(0, 40);
}

/** Adds up processes of the same name. */
export function byName(processes: readonly ProcessMemory[]): Map<string, { count: number; megabytes: number }> {
  const sums = new Map<string, { count: number; megabytes: number }>();
  for (const { name, megabytes } of processes) {
    const sum = sums.get(name) ?? { count: 0, megabytes: 0 };
    sums.set(name, { count: sum.count + 1, megabytes: sum.megabytes + megabytes });
  }
  return sums;
}
