// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import Freshness from './freshness.vue';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('A page whose connection still opens says that it is loading, and only after five seconds that it is not live', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['figures']);
  const receivedAt = Date.now();
  const page = await mounted(Freshness, { live: false, at: new Date(receivedAt).toISOString(), receivedAt });
  expect(page.text()).toContain('Loading …');
  await vi.advanceTimersByTimeAsync(6_000);
  expect(page.text()).toContain('Not live');
  await page.set({ live: true });
  expect(page.text()).toContain('Live, as of');
  // A connection that is lost later is reported at once.
  await page.set({ live: false });
  expect(page.text()).toContain('Not live');
  page.end();
});
