// @vitest-environment happy-dom
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import VitalsList from './vitals-list.vue';

const arithmetic = '142 × (0.98/0.9)^-1.200 × 0.9938^48 = 95 (CKD-EPI 2021)';
const nothing = { value: null, last: null };
const chartOf = (patient: Partial<Chart['patient']>, by: Chart['access']['by'] = 'care') =>
  ({
    patient: { sex: 'male', age: 48, ...patient },
    access: { by, until: null, writable: false, visitId: null },
    observations: [
      {
        kind: 'creatinine',
        value: '87',
        unit: 'umol/L',
        measuredAt: '2026-11-24T08:00:00Z',
        author: null,
        recordedBy: 'patient',
        estimatedGfr: { value: 95, arithmetic },
      },
    ],
    pregnancy: null,
    safetyFacts: {
      weightKg: nothing,
      egfr: { ...nothing, arithmetic },
      pregnancy: { state: 'unknown', trimester: null, last: null },
      lactation: { state: 'unknown', last: null },
    },
  }) as unknown as Chart;

let page: Awaited<ReturnType<typeof mounted>>;
const show = async (chart: Chart) => (page = await mounted(VitalsList, { chart }));

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});
afterEach(() => page.end());

it('Kidney function is a value with unit and category; the formula opens on request', async () => {
  await show(chartOf({}));
  expect(page.text()).toContain('eGFR (CKD-EPI 2021): 95 mL/min/1.73 m² – normal');
  expect(page.text()).not.toContain('0.9938');
  const [how] = page.all('[data-testid=egfr] button');
  expect(how?.getAttribute('aria-label')).toBe('How the eGFR is calculated');
  how?.click();
  await expect.poll(() => page.text()).toContain(arithmetic);
});

it('Pregnancy is shown only where it may matter, and values of the own chart are “by you”', async () => {
  await show(chartOf({}));
  expect(page.all('[data-testid=pregnancy]')).toHaveLength(0);
  expect(page.text()).toContain('by the patient');
  page.end();
  await show(chartOf({ sex: 'female' }, 'own'));
  expect(page.text()).toContain('Pregnancy unknown');
  expect(page.text()).toContain('by you');
});

it('A value has its usual range beside it, in words when it is outside, and the sources open on request', async () => {
  const chart = chartOf({}, 'own');
  const pressure = { ...chart.observations[0], kind: 'blood-pressure', value: '150', diastolic: '95', unit: 'mm[Hg]' };
  await show({ ...chart, observations: [...chart.observations, { ...pressure, estimatedGfr: null }] } as Chart);
  const [bloodPressure, creatinine] = page
    .all('[data-testid=usual-range]')
    .map(({ textContent }) => textContent?.replaceAll('\u2060', ''));
  expect(creatinine).toMatch(/^\s*Usual range: 57–97\sµmol\/L\s*$/);
  expect(bloodPressure).toMatch(/Usual range: 90\/60–120\/80\smmHg\s*Outside the usual range/);
  expect(page.text()).toContain('Usual ranges are for adults at rest who are not pregnant.');
  page.all('button[aria-label="Sources of the usual ranges"]')[0]?.click();
  await expect.poll(() => page.text()).toMatch(/MedlinePlus.*WS\/T 404\.5/);
});

it('No usual range is shown for a child or in pregnancy', async () => {
  await show(chartOf({ age: 12 }));
  expect(page.text()).not.toContain('Usual range');
  page.end();
  const chart = chartOf({ sex: 'female', age: 30 });
  const pregnancy = { ...chart.safetyFacts.pregnancy, state: 'pregnant' };
  await show({ ...chart, safetyFacts: { ...chart.safetyFacts, pregnancy } } as Chart);
  expect(page.text()).not.toContain('Usual range');
});
