// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OfflineError } from '../core/api/index.ts';

const reload = vi.fn();
const gone = new TypeError('a file is missing');

/** A page that has just been loaded. Its `missAFile` returns whether it handles the missing file itself. */
async function load() {
  vi.resetModules();
  const { reloadWhenBuildIsGone, whyUnopened } = await import('./stale-build.ts');
  const page = new EventTarget();
  reloadWhenBuildIsGone(page);
  const missAFile = () =>
    !page.dispatchEvent(Object.assign(new Event('vite:preloadError', { cancelable: true }), { payload: gone }));
  return { missAFile, whyUnopened };
}

beforeEach(() => {
  sessionStorage.clear();
  vi.spyOn(location, 'reload').mockImplementation(reload);
});
afterEach(() => {
  vi.restoreAllMocks();
  reload.mockClear();
});

it('The stale-build handler reloads the page once, however many of its files are gone', async () => {
  const { missAFile } = await load();
  expect([missAFile(), missAFile()]).toEqual([true, true]);
  expect(reload).toHaveBeenCalledOnce();
});

it('The stale-build handler keeps the page and names the connection when the reload did not help', async () => {
  sessionStorage.setItem('yunzhen.reloaded-at', String(Date.now()));
  const { missAFile, whyUnopened } = await load();
  expect(missAFile()).toBe(false);
  expect(reload).not.toHaveBeenCalled();
  expect((whyUnopened(gone) as Error).name).toBe(OfflineError.name);
});

it('The stale-build handler keeps the page while there is no network', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { missAFile } = await load();
  expect(missAFile()).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});
