// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const reload = vi.fn();
const gone = new TypeError('a file is missing');

/** A page that has just been loaded. Its `reloadForPage` is called with the error of a page that did not open. */
async function load() {
  vi.resetModules();
  const { recordMissingFiles } = await import('../core/api/missing-file.ts');
  const { reloadForPage } = await import('./reload-for-page.ts');
  const page = new EventTarget();
  recordMissingFiles(page);
  page.dispatchEvent(Object.assign(new Event('vite:preloadError', { cancelable: true }), { payload: gone }));
  return reloadForPage;
}

beforeEach(() => {
  sessionStorage.clear();
  vi.spyOn(location, 'reload').mockImplementation(reload);
});
afterEach(() => {
  vi.restoreAllMocks();
  reload.mockClear();
});

it('A page whose file is gone is reloaded once', async () => {
  const reloadForPage = await load();
  expect([reloadForPage(gone), reloadForPage(gone)]).toEqual([true, true]);
  expect(reload).toHaveBeenCalledOnce();
});

it('A page that fails for another reason is not reloaded', async () => {
  const reloadForPage = await load();
  expect(reloadForPage(new TypeError('a fault of the page'))).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

it('A page whose file is still gone after the reload is not reloaded again', async () => {
  sessionStorage.setItem('yunzhen.reloaded-at', String(Date.now()));
  const reloadForPage = await load();
  expect(reloadForPage(gone)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

it('A page that does not open is not reloaded while there is no network', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const reloadForPage = await load();
  expect(reloadForPage(gone)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});
