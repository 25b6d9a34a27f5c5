// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../../app/texts/texts.ts';
import { api } from '../../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import TimePicker from './time-picker.vue';

afterEach(async () => {
  vi.restoreAllMocks();
  await setLocale('en');
});

it.each([
  { locale: 'en' as const, name: 'Wednesday 25 November, 1 available time' },
  { locale: 'zh-CN' as const, name: '11月25日星期三，1 个空余时段' },
])('names a day and its free times as one phrase in $locale', async ({ locale, name }) => {
  provideTexts(appTexts);
  await setLocale(locale);
  await needTexts(['booking']);
  const startsAt = '2026-11-25T01:00:00.000Z';
  const slot = { startsAt, endsAt: '2026-11-25T01:15:00.000Z', departmentId: 'd', free: 1 };
  const week = {
    timeZone: 'Asia/Shanghai',
    from: '2026-11-25',
    days: [{ day: '2026-11-25', slots: [slot] }],
    nextFreeAt: startsAt,
    lastDay: '2026-12-25',
  };
  vi.spyOn(api, 'call').mockResolvedValue(week as never);
  const root = document.createElement('div');
  const app = createApp(() => h(TimePicker, { doctorId: 'd', modelValue: null }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => root.querySelector('label .sr-only:not(input)')?.textContent.trim()).toBe(name);
  app.unmount();
});
