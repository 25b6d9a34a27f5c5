// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import type { BoardMoment } from '../queries.ts';
import AttentionPanel from './attention-panel.vue';

afterEach(() => vi.restoreAllMocks());

const moment = {
  receivedAt: 0,
  board: {
    queues: [],
    lateDoctors: [],
    reviews: { waiting: 0, overdue: 0, longestWait: null },
    thresholds: { waitSeconds: 600, waitingPatients: 5, overdueReviews: 1 },
  },
} as unknown as BoardMoment;

async function shown() {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['figures']);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(AttentionPanel, { moment }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  const part = () => root.querySelector('[data-testid="attention-staffing"]');
  return {
    text: () => part()?.textContent ?? '',
    retry: () => part()?.querySelector('button'),
    end() {
      app.unmount();
      root.remove();
    },
  };
}

it('says that the forecast could not be loaded, and loads it again on request', async () => {
  const calls = vi.spyOn(api, 'call').mockRejectedValueOnce(new AppError('internal', 'no database'));
  const page = await shown();
  await expect.poll(page.retry).toBeTruthy();
  expect(page.text()).not.toContain('Nothing to compare yet');
  const day = { day: '2026-03-02', expected: 6, places: 4, doctors: 1, doctorsShort: 1 };
  calls.mockResolvedValue({ staffing: [day] } as never);
  page.retry()?.click();
  await expect.poll(page.text).toContain('6 booked visits expected, 4 places');
  expect(page.text()).toContain('1 doctor short');
  page.end();
});

it('says what a forecast still needs', async () => {
  vi.spyOn(api, 'call').mockResolvedValue({ forecast: null, staffing: [], weeksKnown: 6 } as never);
  const page = await shown();
  await expect.poll(page.text).toContain('needs eight complete weeks of visits. Available so far: 6.');
  page.end();
});

it('has nothing to compare where no hours are planned', async () => {
  vi.spyOn(api, 'call').mockResolvedValue({ forecast: {}, staffing: [], weeksKnown: 9 } as never);
  const page = await shown();
  await expect.poll(page.text).toContain('Nothing to compare yet');
  page.end();
});
