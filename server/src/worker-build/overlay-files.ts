import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder with a Meson project for each library that mediasoup would download; each provides the system's library instead. */
export const overlayDirectory = fileURLToPath(new URL('subprojects', import.meta.url));

/** Returns the names of the overlaid libraries, as in mediasoup's wrap files. */
export function overlayNames(): string[] {
  return readdirSync(overlayDirectory).sort();
}

/** Returns the content of every overlay file by its path in the overlay folder. */
export function overlayFiles(): Map<string, string> {
  const entries = readdirSync(overlayDirectory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(overlayDirectory.length + 1), readFileSync(path, 'utf8')]));
}

/** Returns the content of the package's wrap files by file name. */
export function wrapFiles(workerSources: string): Map<string, string> {
  const directory = join(workerSources, 'subprojects');
  const names = readdirSync(directory).filter((name) => name.endsWith('.wrap'));
  return new Map(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}
