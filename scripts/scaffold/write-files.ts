import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../paths.ts';

/** Formats and writes files below a folder; returns what was written. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const [path, text] of files) {
    const options = await resolveConfig(join(root, path));
    const formatted = await format(text, { ...options, filepath: path });
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), formatted);
    written.set(path, formatted);
  }
  return written;
}
