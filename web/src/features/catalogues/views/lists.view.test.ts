// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import ListsView from './lists.view.vue';

const by = { id: 'p', name: '周敏', nameLatin: 'Zhou Min' };
const active = {
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'interactions',
  fileName: 'licensed.csv',
  state: 'ready',
  share: 1,
  accepted: 3,
  refused: 0,
  reserved: 0,
  failure: null,
  uploadedBy: by,
  uploadedAt: '2026-03-02T00:30:00.000Z',
  version: 'own-1',
  active: true,
};
const end: (() => void)[] = [];

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['lists']);
}, 60_000);
afterEach(() => {
  end.splice(0).forEach((each) => each());
  vi.restoreAllMocks();
});

async function opened(kind: 'interactions' | 'diagnoses') {
  const sent: unknown[] = [];
  vi.spyOn(api, 'call').mockImplementation(((route: { path: string; method: string }, { body }: { body?: unknown }) => {
    if (body) sent.push(body);
    if (body) return Promise.resolve({ active: null });
    if (route.path.endsWith('activations'))
      return Promise.resolve({
        items: [{ id: 'a', at: active.uploadedAt, by, listId: null, fileName: null }],
        next: null,
      });
    const builtIn = { version: '2026-1', size: 90, source: '', active: false };
    return Promise.resolve({ items: [{ ...active, kind }], next: null, builtIn, columns: [], sample: '' });
  }) as never);
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const app = createApp(() => h(ListsView, { kind }));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  end.push(() => {
    app.unmount();
    document.body.replaceChildren();
  });
  await expect.poll(() => root.textContent).toContain('licensed.csv');
  const buttons = (name: string) =>
    [...document.body.querySelectorAll('button')].filter(({ textContent }) => textContent.trim() === name);
  return { root, sent, buttons };
}

it('shows the built-in interaction rules as always active, and deactivates an imported database after a question', async () => {
  const { root, sent, buttons } = await opened('interactions');
  expect(root.textContent).toContain('Always active');
  expect(buttons('Activate')).toEqual([]);
  await expect.poll(() => root.textContent).toContain('Without an imported database');
  buttons('Deactivate')[0]?.click();
  await expect.poll(() => document.body.textContent).toContain('Deactivate this interaction database?');
  expect(sent).toEqual([]);
  buttons('Deactivate').at(-1)?.click();
  await expect.poll(() => sent).toEqual([{ listId: null }]);
});

it('activates the built-in diagnosis list again, which replaces the uploaded one', async () => {
  const { root, sent, buttons } = await opened('diagnoses');
  expect(root.textContent).not.toContain('Always active');
  expect(buttons('Deactivate')).toEqual([]);
  buttons('Activate')[0]?.click();
  await expect.poll(() => sent).toEqual([{ listId: null }]);
});
