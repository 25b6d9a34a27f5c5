// @vitest-environment happy-dom
import type { QueueEntry } from '@yunzhen/shared/visits/visits.contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import PatientSigns from './patient-signs.vue';

const entryOf = (patient: Partial<QueueEntry['patient']>, redFlags: object[] = []) =>
  ({
    visit: { doctor: { id: 'd' }, redFlags, dangerAnswer: null },
    patient: { allergies: [], noKnownAllergies: false, lastVisit: null, ...patient },
  }) as unknown as QueueEntry;
const substances = ['青霉素', 'latex', 'sulfamethoxazole', 'iodinated contrast', 'peanuts', 'amoxicillin'];
const allergies = substances.map((substance) => ({ substance, names: [], severe: false }));

let page: Awaited<ReturnType<typeof mounted<{ entry: QueueEntry }>>>;
beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});
afterEach(() => page.end());

it('Every allergy and danger sign of a waiting patient is named and wraps, however many there are', async () => {
  page = await mounted(PatientSigns, { entry: entryOf({ allergies }, [{ id: 'chest-pain' }]) });
  await expect.poll(() => page.text()).toContain('Danger sign');
  for (const substance of substances) expect(page.text()).toContain(substance);
  const signs = page.all('.kit-error');
  expect(signs).toHaveLength(2);
  for (const sign of signs) expect(sign.querySelector('.truncate')).toBeNull();
});

it('Nothing stated is not the same as no allergies', async () => {
  page = await mounted(PatientSigns, { entry: entryOf({}) });
  expect(page.all('.kit-warning')).toHaveLength(1);
  await page.set({ entry: entryOf({ noKnownAllergies: true }) });
  expect(page.all('.kit-warning')).toHaveLength(0);
});
