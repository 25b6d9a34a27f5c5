// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { beforeAll, expect, it } from 'vitest';
import type { Doctor } from '@yunzhen/shared/directory/directory.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import DoctorOption from './doctor-option.vue';

const doctor = {
  id: '00000000-0000-7000-8000-000000000001',
  name: '王静怡',
  nameLatin: 'Wang Jingyi',
  title: { en: 'Associate Chief Physician', zh: '副主任医师' },
  bio: { en: '', zh: '' },
  languages: ['en'],
  yearsOfPractice: 14,
  advisesOnly: false,
  departmentIds: ['00000000-0000-7000-8000-000000000002'],
  onDuty: true,
  connected: true,
  waitMinutes: 10,
  waiting: 1,
  pausedUntil: null,
  portrait: null,
  rating: null,
  nextFreeAt: '2099-03-02T00:30:00.000Z',
} as unknown as Doctor;

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['care']);
}, 60_000);

/** Returns the prices that the card of the doctor shows. */
function shown(now: string, booked: string, onDuty = true): string[] {
  const root = document.body.appendChild(document.createElement('div'));
  const price = (amount: string) => ({ amount, currency: 'EUR' as const });
  const card = { ...doctor, onDuty, price: { 'walk-in': price(now), booked: price(booked) } };
  const app = createApp(() => h(DoctorOption, { doctor: card, to: '/visit' }));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  app.use(createPinia()).use(router).mount(root);
  const prices = root.textContent.match(/€\d+/g) ?? [];
  app.unmount();
  root.remove();
  return [...prices];
}

it('A doctor’s card shows the price of each choice, and one that both have only once', () => {
  expect(shown('20', '30')).toEqual(['€20', '€30']);
  expect(shown('20', '20')).toEqual(['€20']);
  expect(shown('20', '20', false)).toEqual(['€20']);
});
