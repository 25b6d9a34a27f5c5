import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Registry } from 'prom-client';
import { exportFigure } from './export-figure.ts';

/** Returns the free bytes of the file system that holds the folder, or will once it is created. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : '.');
  return bavail * bsize;
}

/** Exports the free space of the data folder. */
export function measureDisk(registry: Registry, folder: string): void {
  exportFigure(registry, {
    name: 'yunzhen_disk_free_bytes',
    help: 'Free space of the file system of DATA_DIR',
    read: () => freeBytes(folder).catch(() => null),
  });
}
