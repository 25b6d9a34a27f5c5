// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { recordSocket } from '../../../core/realtime/index.ts';
import OpenVisit from './open-visit.vue';

afterEach(() => vi.restoreAllMocks());

it('leads to the open visit until that visit ends, and reads the chart for no other visit', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chart']);
  const listeners: Parameters<typeof recordSocket.onChanged>[] = [];
  vi.spyOn(recordSocket, 'onChanged').mockImplementation((...listener) => {
    listeners.push(listener);
    return () => listeners.splice(listeners.indexOf(listener), 1);
  });
  let visitId: string | null = 'v1';
  let reads = 0;
  vi.spyOn(api, 'call').mockImplementation(() => {
    reads += 1;
    return Promise.resolve({ access: { visitId } } as never);
  });
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const app = createApp(() => h(OpenVisit, { patientId: 'p' }));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  const link = () => root.querySelector('a')?.getAttribute('href');
  await expect.poll(link).toBe('/workbench/visits/v1');
  expect(listeners.map(([filter]) => filter)).toEqual([{ entity: 'visit', id: 'v1' }]);

  visitId = null;
  listeners[0]?.[1]({} as Parameters<(typeof listeners)[0][1]>[0], true);
  await expect.poll(link).toBeUndefined();
  expect(reads).toBe(2);
  await expect.poll(() => listeners.map(([filter]) => filter)).toEqual([{ entity: [] }]);
  app.unmount();
  root.remove();
});
