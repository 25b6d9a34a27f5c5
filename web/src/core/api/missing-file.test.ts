// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { codeOf } from '../i18n/index.ts';
import { isMissingFile, recordMissingFiles } from './missing-file.ts';

/** A page one of whose files is missing. Returns whether the import throws, as it must: its caller would get undefined otherwise. */
function throwsFor(gone: Error): boolean {
  const page = new EventTarget();
  recordMissingFiles(page);
  return page.dispatchEvent(Object.assign(new Event('vite:preloadError', { cancelable: true }), { payload: gone }));
}

it('A part that does not load keeps the page, and counts as a bad connection', () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  sessionStorage.clear();
  const gone = new TypeError('a file is missing');
  expect([isMissingFile(gone), codeOf(gone)]).toEqual([false, 'internal']);
  expect(throwsFor(gone)).toBe(true);
  expect([isMissingFile(gone), codeOf(gone)]).toEqual([true, 'offline']);
  expect(reload).not.toHaveBeenCalled();
  reload.mockRestore();
});
