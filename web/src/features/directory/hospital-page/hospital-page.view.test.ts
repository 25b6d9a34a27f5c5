// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import HospitalPageView from './hospital-page.view.vue';

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['hospitalPage']);
}, 60_000);
afterEach(() => vi.restoreAllMocks());

const text = { en: '', zh: '' };
const doctor = (n: number, onDuty: boolean) => ({
  id: `00000000-0000-7000-8000-00000000000${n}`,
  name: `医生${n}`,
  nameLatin: `Doctor ${n}`,
  title: text,
  bio: text,
  languages: ['zh', 'en'],
  yearsOfPractice: 14,
  licenceNumber: 'D10000',
  advisesOnly: false,
  departmentIds: [],
  onDuty,
  portrait: null,
  rating: null,
  nextFreeAt: null as string | null,
  price: { 'walk-in': null, booked: null },
});
const page = {
  id: '00000000-0000-7000-8000-0000000000aa',
  slug: 'small',
  name: { en: 'Small Clinic', zh: '小诊所' },
  brand: {},
  timeZone: 'Asia/Shanghai',
  phone: null,
  emergencyNumber: '120',
  address: text,
  openingHours: text,
  departments: [],
};

/** Returns what the section of doctors of a hospital lists on a wide screen. */
async function listed(doctors: ReturnType<typeof doctor>[], emergencyNumber: string | null = page.emergencyNumber) {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (media) => ({ media, matches: true, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList,
  );
  vi.spyOn(api, 'call').mockImplementation((({ name }: { name: string }) =>
    Promise.resolve(name === 'readHospitalPage' ? { ...page, doctors, emergencyNumber } : { hospitals: [] })) as never);
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const app = createApp(() => h(HospitalPageView, { hospital: 'small' }));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  await expect.poll(() => root.querySelector('#doctors')).toBeTruthy();
  const section = root.querySelector('[aria-labelledby="doctors"]');
  const names = [...(section?.querySelectorAll('article h3 a') ?? [])].map((link) => link.textContent?.trim());
  const all = [...(section?.querySelectorAll('button') ?? [])].map((button) => button.textContent?.trim());
  const text = root.textContent;
  app.unmount();
  root.remove();
  return { names, all, text };
}

it('lists the doctors who stand beside the name too, where there are no others', async () => {
  expect(await listed([doctor(1, true), doctor(2, true)])).toMatchObject({
    names: ['Doctor 1 (医生1)', 'Doctor 2 (医生2)'],
    all: [],
  });
});

it('names the emergency number of the country', async () => {
  expect((await listed([])).text).toContain('In an emergency, call 120.');
  expect((await listed([], null)).text).toContain('call 112 or your local emergency number.');
});

it('leaves them out of the short list where others remain', async () => {
  const some = [doctor(1, true), doctor(2, true), doctor(3, true), doctor(4, false)];
  expect(await listed(some)).toMatchObject({ names: ['Doctor 4 (医生4)'], all: ['Show all 4 doctors'] });
});

it('offers a time instead of a visit now when no doctor is on duty', async () => {
  const { text } = await listed([{ ...doctor(1, false), nextFreeAt: '2099-03-02T00:30:00.000Z' }, doctor(2, false)]);
  expect(text).toContain('No doctor is available right now');
  expect(text).toMatch(/Next free time: Mon[^]*08:30/);
  expect(text).toMatch(/Next free times[^]*Doctor 1/);
  expect(text).not.toContain('See a doctor now');
  expect((await listed([doctor(1, true)])).text).toContain('See a doctor now');
});
