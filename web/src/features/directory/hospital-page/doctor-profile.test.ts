// @vitest-environment happy-dom
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { beforeAll, expect, it } from 'vitest';
import type { HospitalPage, ListedDoctor } from '@yunzhen/shared/directory/hospital-page.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import DoctorProfile from './doctor-profile.vue';

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['hospitalPage']);
}, 60_000);

const text = { en: '', zh: '' };
const doctor: ListedDoctor = {
  id: '00000000-0000-7000-8000-000000000001',
  name: '王静怡',
  nameLatin: 'Wang Jingyi',
  title: text,
  bio: text,
  languages: ['zh'],
  yearsOfPractice: 14,
  licenceNumber: 'D10000',
  advisesOnly: false,
  departmentIds: [],
  onDuty: false,
  portrait: null,
  rating: null,
  nextFreeAt: null,
  price: { 'walk-in': null, booked: null },
};

function shown(languages: string[]) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const root = document.createElement('div');
  const page = { slug: 'wuzhen', name: text, departments: [], timeZone: 'Asia/Shanghai' } as unknown as HospitalPage;
  const app = createApp(() => h(DoctorProfile, { page, doctor: { ...doctor, languages } }));
  app.use(router).mount(root);
  const wish = root.querySelector('a[href*="wishes"]')?.getAttribute('href');
  const said = root.textContent;
  app.unmount();
  return { said, wish };
}

it('offers to invite an interpreter to a doctor who does not speak the language of the page', () => {
  const { said, wish } = shown(['zh']);
  expect(said).toContain('Speaks Chinese only');
  expect(said).toContain('You can invite an interpreter or a relative to the call with a link.');
  expect(wish).toBe('/sign-in?to=/account/wishes');
  expect(shown(['zh', 'en-GB']).said).not.toContain('interpreter');
});
