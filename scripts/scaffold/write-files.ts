import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatted } from '../formatted.ts';

/** Formats and writes files in a folder; returns what was written. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const [path, text] of files) {
    const code = await formatted(path, text);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
    written.set(path, code);
  }
  return written;
}
