// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { browserDatabase } from '../testing/browser-database.ts';
import { sessionTokens } from '../../api/index.ts';
import { testGrant } from '../../api/testing/test-grant.ts';
import { forgetHeld } from './at-sign-out.ts';

afterEach(() => vi.unstubAllGlobals());

it('deletes what is held, the key first and without further code, and no draft of an account', async () => {
  const { globals, left, deleted } = browserDatabase();
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  await forgetHeld();
  expect(deleted[0]).toBe('keys');
  expect(left()).toEqual(['another', 'another.note']);
});

it.each(['signed-out', 'expired'] as const)('deletes the dates of courses when the session has %s', (reason) => {
  localStorage.setItem('yunzhen.course-starts', '{"p":"2026-11-01"}');
  localStorage.setItem('yunzhen.day-times', '{"morning":"07:00"}');
  localStorage.setItem('yunzhen.locale', 'zh-CN');
  sessionTokens.accept(testGrant);
  sessionTokens.end(reason);
  const left = Object.keys(localStorage);
  expect(left).toContain('yunzhen.locale');
  expect(left).not.toContain('yunzhen.course-starts');
  expect(left).not.toContain('yunzhen.day-times');
});
