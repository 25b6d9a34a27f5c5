// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { hospitalTimeZone, needTexts, provideTexts, setHospitalTimeZone, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import DoctorCard from './doctor-card.vue';
import ListedDoctor from './listed-doctor.vue';

const doctor = {
  id: '00000000-0000-7000-8000-000000000001',
  name: '王静怡',
  nameLatin: 'Wang Jingyi',
  title: { en: 'Associate Chief Physician', zh: '副主任医师' },
  bio: { en: '', zh: '' },
  languages: ['zh'],
  yearsOfPractice: 14,
  licenceNumber: 'D10000',
  advisesOnly: false,
  departmentIds: [],
  onDuty: false,
  portrait: null,
  rating: null,
  nextFreeAt: '2099-03-02T00:30:00.000Z',
  price: { 'walk-in': null, booked: null },
};

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['hospitalPage']);
}, 60_000);

it('A listed doctor’s next free time is in the time zone of the shown hospital, not of the reader’s own', async () => {
  const before = hospitalTimeZone.value;
  setHospitalTimeZone('Europe/Zurich');
  const page = await mounted(ListedDoctor, {
    doctor,
    departments: 'General Practice',
    timeZone: 'Asia/Shanghai',
    hospital: 'wuzhen',
  });
  expect(page.text()).toContain('08:30');
  page.end();
  setHospitalTimeZone(before);
});

it('A doctor on duty has the warnings of the list: advice only, and another language than the page’s', async () => {
  const given = { doctor, timeZone: 'Asia/Shanghai', hospital: 'wuzhen' };
  const page = await mounted(DoctorCard, given);
  expect(page.text()).toContain('Speaks Chinese only');
  expect(page.text()).not.toContain('Advice only');
  await page.set({ doctor: { ...doctor, languages: ['zh', 'en-GB'], advisesOnly: true } });
  expect(page.text()).not.toContain('Speaks');
  expect(page.text()).toContain('Advice only, cannot prescribe');
  page.end();
});
