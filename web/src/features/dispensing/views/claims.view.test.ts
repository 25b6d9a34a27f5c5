// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada, useQueryCache } from '@pinia/colada';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { sessionTokens } from '../../../core/api/index.ts';
import { testGrant } from '../../../core/api/testing/test-grant.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { refreshQueries } from '../../../core/realtime/index.ts';
import ClaimsView from './claims.view.vue';

afterEach(() => vi.unstubAllGlobals());

it('requests no claims while the prescriptions that patients sent are shown', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['dispensing']);
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address.split('?')[0]?.split('/').at(-1) ?? '');
    return Response.json(
      address.includes('pharmacy')
        ? { id: 'p', name: { en: 'Corner', zh: '街角' }, counter: true }
        : { items: [], next: null },
    );
  });
  sessionTokens.accept(testGrant);
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const pinia = createPinia();
  const app = createApp(() => h(ClaimsView));
  app.use(pinia).use(PiniaColada).use(router).mount(root);
  await expect.poll(() => asked).toContain('claims');
  const tab = [...root.querySelectorAll<HTMLElement>('[role=tab]')].find(
    ({ textContent }) => textContent?.trim() === 'Sent to us',
  );
  tab?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
  await expect.poll(() => tab?.getAttribute('aria-selected')).toBe('true');
  await expect.poll(() => asked).toContain('routed-prescriptions');
  asked.length = 0;
  await refreshQueries(useQueryCache(pinia), ['claim']);
  expect(asked).toEqual(['routed-prescriptions']);
  app.unmount();
  root.remove();
});
