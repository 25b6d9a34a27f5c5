// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reloadWhenBuildIsGone } from './stale-build.ts';

const reload = vi.fn();
const missAFile = () => window.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));

reloadWhenBuildIsGone();
beforeEach(() => {
  sessionStorage.clear();
  vi.spyOn(location, 'reload').mockImplementation(reload);
});
afterEach(() => {
  vi.restoreAllMocks();
  reload.mockClear();
});

it('The stale-build handler reloads the page when one of its files is gone, but not repeatedly', () => {
  missAFile();
  missAFile();
  expect(reload).toHaveBeenCalledOnce();
});

it('The stale-build handler keeps the page while there is no network', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  missAFile();
  expect(reload).not.toHaveBeenCalled();
});
