// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../../app/texts/texts.ts';
import { api } from '../../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import KnowledgeReleasesView from './knowledge-releases.view.vue';

afterEach(() => vi.restoreAllMocks());

it('lists the releases for a server of the version before, which does not send the coming one', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['knowledge']);
  const answer = { items: [], next: null, activeId: null, activeNumber: null, baseVersion: '7', activeBase: null };
  vi.spyOn(api, 'call').mockResolvedValue(answer as never);
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const app = createApp(() => h(KnowledgeReleasesView));
  const faults: unknown[] = [];
  app.config.errorHandler = (fault) => faults.push(fault);
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  await expect.poll(() => root.textContent).toContain('No releases yet');
  expect(faults).toEqual([]);
  app.unmount();
  root.remove();
}, 60_000);
