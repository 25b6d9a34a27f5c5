import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';

const built = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** Returns the transferred bytes of a built file: Brotli. */
function transferred(path: string): number {
  const file = join(built, path);
  return existsSync(`${file}.br`) ? statSync(`${file}.br`).size : brotliCompressSync(readFileSync(file)).length;
}

/** Returns all static imports of a built script, including itself. */
function closureOf(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  const code = readFileSync(join(built, path), 'utf8');
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    closureOf(`/assets/${name}`, found);
  return found;
}

/** Records the scripts that a page has loaded so far, including workers’, each once. */
export class ScriptLog {
  readonly #paths = new Set<string>();

  constructor(page: Page) {
    page.on('request', (request) => {
      const { pathname, origin } = new URL(request.url());
      if (origin === new URL(page.url()).origin && pathname.endsWith('.js')) this.#paths.add(pathname);
    });
  }

  get paths(): ReadonlySet<string> {
    return new Set(this.#paths);
  }
}

export const weightOf = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + transferred(path), 0);

/** Splits the scripts of the waiting room’s page into those that it needs and those preloaded for the call. `known` was loaded before it. */
export function partWaitingRoom(all: ReadonlySet<string>, known: ReadonlySet<string>) {
  // Read from the build, because the call's page may be loaded last of its files.
  const needed = closureOf(viewFile('waiting-room'));
  const ahead = closureOf(viewFile('patient-call'));
  const before = [...all].filter((path) => known.has(path) || needed.has(path) || !ahead.has(path));
  return { before: new Set(before), ahead: new Set([...all].filter((path) => !before.includes(path))) };
}

function viewFile(name: string): string {
  const file = readdirSync(join(built, 'assets')).find(
    (file) => file.startsWith(`${name}.view-`) && file.endsWith('.js'),
  );
  if (!file) throw new Error(`the build has no view ${name}`);
  return `/assets/${file}`;
}
