import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { FirstFiles } from '../../../web/src/app/boot/page-files.ts';

const built = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** Returns the transferred bytes of a built file: Brotli. */
function transferred(path: string): number {
  const file = join(built, path);
  return existsSync(`${file}.br`) ? statSync(`${file}.br`).size : brotliCompressSync(readFileSync(file)).length;
}

/** Returns the files that index.html names for the page at this path, without its texts. */
function filesOf(path: string): Set<string> {
  const [, list = ''] = /id="first-files">([^<]*)</.exec(readFileSync(join(built, 'index.html'), 'utf8')) ?? [];
  const { names, pages } = JSON.parse(list) as FirstFiles;
  const page = pages.find((each) => new RegExp(`^${each.path}$`).test(path));
  if (!page) throw new Error(`the build has no page at ${path}`);
  return new Set(page.files.map((place) => `/assets/${names[place]}.js`));
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
  const needed = filesOf('/visits/1/waiting');
  const ahead = filesOf('/visits/1/call');
  const before = [...all].filter((path) => known.has(path) || needed.has(path) || !ahead.has(path));
  return { before: new Set(before), ahead: new Set([...all].filter((path) => !before.includes(path))) };
}
