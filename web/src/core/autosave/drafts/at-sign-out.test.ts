// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { browserDatabase } from '../testing/browser-database.ts';
import { forgetHeld } from './at-sign-out.ts';

afterEach(() => vi.unstubAllGlobals());

it('deletes what is held, the key first and without further code, and no draft of an account', async () => {
  const { globals, left, deleted } = browserDatabase();
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  await forgetHeld();
  expect(deleted[0]).toBe('keys');
  expect(left()).toEqual(['another', 'another.note']);
});
