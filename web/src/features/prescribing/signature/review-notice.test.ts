// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import ReviewNotice from './review-notice.vue';

const signed = (status: Prescription['status']) =>
  ({ id: 'p', status, rejection: null, decidedBy: null }) as unknown as Prescription;
const notices = () => page.all('[data-testid="review-notice"]').length;
let page: Awaited<ReturnType<typeof mounted<{ prescriptions: Prescription[] }>>>;

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  vi.useFakeTimers();
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

async function after(milliseconds: number): Promise<number> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  return notices();
}

it('The notice of a review leaves the patient’s face after six seconds and comes back with the next state', async () => {
  page = await mounted(ReviewNotice, { prescriptions: [signed('signed')] });
  expect(await after(5_900)).toBe(1);
  expect(await after(200)).toBe(0);
  await page.set({ prescriptions: [signed('under-review')] });
  expect(notices()).toBe(1);
  expect(await after(6_100)).toBe(0);
});

it('The notice stays while it has focus, and until it is dismissed when the pharmacist returned the prescription', async () => {
  page = await mounted(ReviewNotice, { prescriptions: [signed('signed')] });
  page.all('button')[0]?.focus();
  expect(await after(60_000)).toBe(1);
  page.all('button')[0]?.blur();
  expect(await after(6_100)).toBe(0);
  await page.set({ prescriptions: [signed('rejected')] });
  expect(await after(60_000)).toBe(1);
  page.all('button')[1]?.click();
  expect(await after(0)).toBe(0);
});
