import type { Timing } from '@yunzhen/shared/prescribing/dose/timing';
import { describe, expect, it } from 'vitest';
import { doseCheck } from '../checks/dose-check.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { DraftItem } from '../safety-input.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';

type When = `${number}/${number}${'h' | 'd' | 'wk'}`;
const timing = (text: When): Timing => {
  const [, frequency, period, periodUnit] = /^(\d+)\/(\d+)(h|d|wk)$/.exec(text) ?? [];
  return {
    frequency: Number(frequency),
    period: Number(period),
    periodUnit: periodUnit as Timing['periodUnit'],
    when: null,
  };
};
const dosed = (productId: string, dose: string, when: When, over: Partial<DraftItem> = {}) => {
  const [value = '', unit = ''] = dose.split(' ');
  return draftItem(productId, { dose: { value, unit }, timing: timing(when), durationDays: 28, ...over });
};
const often = (...items: DraftItem[]) =>
  checkSafety(safetyCase({ items }), loadKnowledgeBase(), [doseCheck]).issues.filter(({ id }) =>
    id.startsWith('dose:often-'),
  );

describe('interval rules', () => {
  it.each<[string, string, When]>([
    ['methotrexate-2.5mg-tablet', '1 tablet', '1/1d'],
    ['methotrexate-2.5mg-tablet', '2 tablet', '1/1d'],
    ['methotrexate-2.5mg-tablet', '1 tablet', '1/12h'],
    ['methotrexate-2.5mg-tablet', '4 tablet', '3/1wk'],
  ])('block %s, %s, %s', (product, dose, when) => {
    expect(often(dosed(product, dose, when))).toMatchObject([{ severity: 'contraindicated', overridable: false }]);
  });

  it.each<[string, string, When]>([
    ['methotrexate-2.5mg-tablet', '4 tablet', '2/1wk'],
    ['semaglutide-1.34mg-per-ml-pen', '0.25 mg', '1/1d'],
    ['dulaglutide-3mg-per-ml-pen', '0.75 mg', '1/3d'],
    ['exenatide-2mg-pen', '1 pen', '1/1d'],
    ['tirzepatide-10mg-per-ml-pen', '2.5 mg', '2/1wk'],
    ['alendronic-acid-70mg-tablet', '1 tablet', '1/1d'],
    ['risedronic-acid-35mg-tablet', '1 tablet', '1/2d'],
    ['ibandronic-acid-150mg-tablet', '1 tablet', '1/1wk'],
    ['fentanyl-25ug-per-h-patch', '1 patch', '1/1d'],
    ['buprenorphine-5ug-per-h-patch', '1 patch', '1/3d'],
    ['rivastigmine-4.6mg-patch', '1 patch', '2/1d'],
    ['colecalciferol-50000iu-capsule', '1 capsule', '1/1d'],
    ['fluconazole-150mg-capsule', '1 capsule', '1/1d'],
    ['ivermectin-3mg-tablet', '4 tablet', '1/1d'],
    ['mefloquine-250mg-tablet', '1 tablet', '1/1d'],
    ['medroxyprogesterone-150mg-injection', '1 vial', '1/4wk'],
    ['testosterone-250mg-injection', '1 ampoule', '1/1d'],
    ['epoetin-alfa-4000iu-injection', '1 vial', '1/1d'],
    ['denosumab-60mg-injection', '1 ampoule', '1/4wk'],
    ['permethrin-50mg-per-g-cream', '1 application', '1/1d'],
  ])('warn seriously of %s, %s, %s', (product, dose, when) => {
    const over = { durationDays: 84, ...(product.startsWith('permethrin') ? { route: 'topical' as const } : {}) };
    expect(often(dosed(product, dose, when, over))).toMatchObject([{ severity: 'serious', overridable: true }]);
  });

  it.each<[string, string, When, string]>([
    ['azithromycin-500mg-tablet', '1 tablet', '3/1d', 'moderate'],
    ['nifedipine-30mg-er-tablet', '1 tablet', '3/1d', 'moderate'],
    ['tiotropium-18ug-inhaler-powder', '1 capsule', '2/1d', 'serious'],
    ['insulin-degludec-100iu-per-ml-pen', '10 [iU]', '2/1d', 'serious'],
  ])('find what acts all day more often than daily: %s, %s, %s', (product, dose, when, severity) => {
    expect(often(dosed(product, dose, when))).toMatchObject([{ severity }]);
    expect(often(dosed(product, dose, '1/1d'))).toEqual([]);
  });

  it.each<[string, string, When, number]>([
    ['methotrexate-2.5mg-tablet', '4 tablet', '1/1wk', 84],
    ['methotrexate-2.5mg-tablet', '4 tablet', '1/1d', 1],
    ['semaglutide-1.34mg-per-ml-pen', '1 mg', '1/7d', 28],
    ['fentanyl-25ug-per-h-patch', '1 patch', '1/72h', 15],
    ['fluconazole-50mg-capsule', '2 capsule', '1/1d', 14],
    ['fluconazole-150mg-capsule', '1 capsule', '1/1wk', 42],
    ['colecalciferol-400iu-capsule', '2 capsule', '1/1d', 90],
    ['medroxyprogesterone-150mg-injection', '1 vial', '1/12wk', 84],
    ['medroxyprogesterone-2mg-tablet', '3 tablet', '1/1d', 10],
    ['epoetin-alfa-4000iu-injection', '1 vial', '3/1wk', 28],
    ['ivermectin-3mg-tablet', '4 tablet', '1/1d', 2],
  ])('allow %s, %s, %s for %d days', (product, dose, when, durationDays) => {
    expect(often(dosed(product, dose, when, { durationDays }))).toEqual([]);
  });

  it('find a daily step later in a course', () => {
    const daily = { dose: { value: '4', unit: 'tablet' }, timing: timing('1/1d'), days: 7 };
    const item = dosed('methotrexate-2.5mg-tablet', '4 tablet', '1/1wk', { steps: [daily] });
    expect(often(item)).toMatchObject([{ severity: 'contraindicated' }]);
  });

  it('count two strengths on one weekday as one dose', () => {
    const one = dosed('methotrexate-2.5mg-tablet', '4 tablet', '1/1wk');
    expect(often(one, { ...one, id: 'second' })).toEqual([]);
  });

  it('count weekdays', () => {
    const on = (weekdays: number[]) =>
      dosed('methotrexate-2.5mg-tablet', '4 tablet', '1/1wk', {
        timing: { frequency: weekdays.length, period: 1, periodUnit: 'wk', when: null, weekdays },
      });
    expect(often(on([1]))).toEqual([]);
    expect(often(on([1, 3, 5]))).toMatchObject([{ severity: 'contraindicated' }]);
  });
});
