import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder that holds, for each library that mediasoup would download, a Meson project of its name that offers the system's instead. */
export const overlayDirectory = fileURLToPath(new URL('subprojects', import.meta.url));

/** Names of the overlaid libraries, as mediasoup's wrap files call them. */
export function overlayNames(): string[] {
  return readdirSync(overlayDirectory).sort();
}

/** Content of every overlay file by its path below the overlay folder. */
export function overlayFiles(): Map<string, string> {
  const entries = readdirSync(overlayDirectory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(overlayDirectory.length + 1), readFileSync(path, 'utf8')]));
}

/** Content of the package's wrap files by file name. */
export function wrapFiles(workerSources: string): Map<string, string> {
  const directory = join(workerSources, 'subprojects');
  const names = readdirSync(directory).filter((name) => name.endsWith('.wrap'));
  return new Map(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}
