// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, nextTick, shallowRef } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { sessionTokens } from '../../../core/api/index.ts';
import { testGrant } from '../../../core/api/testing/test-grant.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { useFoundEntries } from './found-entries.ts';
import { matchesName } from './matches-name.ts';

afterEach(() => vi.unstubAllGlobals());

it('compares names as the hospital does', () => {
  const person = { name: '王小明', nameLatin: 'Wang Xiaoming' };
  for (const typed of ['小明', 'wang', 'G X', 'wangxiao', ' Xiaoming '])
    expect(matchesName(typed, person), typed).toBe(true);
  for (const typed of ['李', 'Xiao ming', '%']) expect(matchesName(typed, person), typed).toBe(false);
});

it('shows no patient of the search before while the next one is under way, so that Enter opens no other patient', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['workbench', 'account']);
  const id = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11';
  const lastVisit = { id, status: 'completed', at: '2026-11-01T08:00:00Z' };
  const patient = { id, name: '王小明', nameLatin: 'Wang Xiaoming', sex: 'male', age: 40, lastVisit };
  const searched = vi.fn<(address: string) => Promise<Response>>(() => new Promise(() => {}));
  searched.mockImplementationOnce(async () => Response.json({ items: [patient], more: false }));
  vi.stubGlobal('fetch', searched);
  sessionTokens.accept(testGrant);
  const typed = shallowRef('wang');
  let finder!: ReturnType<typeof useFoundEntries>;
  const app = createApp({
    setup() {
      finder = useFoundEntries(typed, () => undefined);
      return () => null;
    },
  });
  app.use(createPinia()).use(PiniaColada).mount(document.createElement('div'));
  await expect.poll(() => finder.entries.value.map((entry) => entry.id)).toEqual([id]);
  expect(finder.searching.value).toBe(false);
  typed.value = 'wang x';
  await nextTick();
  expect(finder.entries.value.map((entry) => entry.id)).toEqual([id]);
  typed.value = 'li';
  await nextTick();
  expect([finder.entries.value, finder.searching.value]).toEqual([[], true]);
  await expect.poll(() => searched.mock.calls.length).toBe(2);
  expect([finder.entries.value, finder.searching.value]).toEqual([[], true]);
  app.unmount();
});
