// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { codeOf } from '../../../core/i18n/index.ts';
import { useCodeCheck } from './actions.ts';

const code = (secret: string) => ({ hospital: 'lakeside', prescriptionId: '7', secret });
let requests: { signal: AbortSignal; answer: (code: string) => void }[];

const refused = (code: string) =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'no', status: 409, code }), {
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
  });

beforeEach(() => {
  requests = [];
  vi.stubGlobal(
    'fetch',
    (_address: string, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve) => requests.push({ signal, answer: (refusal) => resolve(refused(refusal)) })),
  );
});
afterEach(() => vi.unstubAllGlobals());

/** Mounts the check as a page uses it. */
function mounted() {
  const made: ReturnType<typeof useCodeCheck>[] = [];
  const app = createApp({
    setup() {
      made.push(useCodeCheck());
      return () => null;
    },
  });
  app.use(createPinia()).use(PiniaColada).mount(document.createElement('div'));
  const [check] = made;
  if (!check) throw new Error('not mounted');
  return { ...check, leave: () => app.unmount() };
}

it('A newer verification aborts the one before, whose answer is never shown', async () => {
  const { check, isLoading, error } = mounted();
  check(code('one'));
  await expect.poll(() => requests).toHaveLength(1);
  check(code('two'));
  await expect.poll(() => requests).toHaveLength(2);
  expect([requests[0]?.signal.aborted, requests[1]?.signal.aborted]).toEqual([true, false]);
  requests[1]?.answer('request.rate-limited');
  await expect.poll(() => isLoading.value).toBe(false);
  requests[0]?.answer('resource.not-found');
  await new Promise((resolve) => setTimeout(resolve));
  expect(codeOf(error.value)).toBe('request.rate-limited');
});

it('A verification that is cancelled, or whose page is left, is aborted and shows nothing', async () => {
  const { check, cancel, isLoading, answer, error, leave } = mounted();
  check(code('one'));
  await expect.poll(() => requests).toHaveLength(1);
  cancel();
  expect([requests[0]?.signal.aborted, isLoading.value, answer.value, error.value]).toEqual([
    true,
    false,
    undefined,
    null,
  ]);
  check(code('two'));
  await expect.poll(() => requests).toHaveLength(2);
  leave();
  expect(requests[1]?.signal.aborted).toBe(true);
});
