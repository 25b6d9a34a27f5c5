import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';

const built = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** Bytes of a built file as browsers get it: Brotli. */
function transferred(path: string): number {
  const file = join(built, path);
  return existsSync(`${file}.br`) ? statSync(`${file}.br`).size : brotliCompressSync(readFileSync(file)).length;
}

/** All that a built script imports before it runs, itself included. */
function closureOf(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  const code = readFileSync(join(built, path), 'utf8');
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    closureOf(`/assets/${name}`, found);
  return found;
}

/** Which scripts a page has fetched so far, workers’ included, each once. */
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

/**
 * Parts what the waiting room’s page has fetched into what it needs itself and what it fetches ahead so that the call begins with a
 * picture. `known` was fetched before it.
 */
export function partWaitingRoom(all: ReadonlySet<string>, known: ReadonlySet<string>) {
  // Asked of the build, not of what was fetched: of the call’s files its page may be the last to come.
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
