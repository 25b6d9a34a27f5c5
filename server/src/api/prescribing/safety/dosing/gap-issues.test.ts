import type { Timing } from '@yunzhen/shared/prescribing/dose/timing';
import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { doseCheck } from '../checks/dose-check.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { DraftItem } from '../safety-input.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';

const every = (frequency: number, period: number, periodUnit: Timing['periodUnit']): Timing => ({
  frequency,
  period,
  periodUnit,
  when: null,
});
const found = (productId: string, value: string, timing: Timing, over: Partial<DraftItem> = {}) => {
  const line = draftItem(productId);
  const item = { ...line, dose: { value, unit: line.dose.unit }, timing, ...over };
  return checkSafety(safetyCase({ items: [item] }), loadKnowledgeBase(), [doseCheck]).issues;
};
const asNeeded = (maxPerDay: number, minHoursBetween?: number): Partial<DraftItem> => ({
  asNeeded: { reason: 'pain', maxPerDay, ...(minHoursBetween === undefined ? {} : { minHoursBetween }) },
});

describe('hours between doses', () => {
  it.each<[string, string, Timing, Partial<DraftItem>]>([
    ['paracetamol-500mg-tablet', '2', every(4, 1, 'd'), asNeeded(4, 2)],
    ['paracetamol-500mg-tablet', '1', every(1, 3, 'h'), {}],
    ['paracetamol-500mg-tablet', '1', every(8, 1, 'd'), {}],
    ['paracetamol-650mg-er-tablet', '1', every(1, 6, 'h'), {}],
    ['metoclopramide-10mg-tablet', '1', every(3, 1, 'd'), asNeeded(3, 4)],
    ['morphine-10mg-tablet', '1', every(1, 1, 'h'), asNeeded(4)],
    ['tramadol-50mg-capsule', '1', every(1, 2, 'h'), asNeeded(4)],
    ['oxycodone-10mg-er-tablet', '1', every(1, 8, 'h'), {}],
  ])('that are too few raise a serious alert with the label: %s, %s', (product, dose, timing, over) => {
    const issues = found(product, dose, timing, over).filter(({ id }) => id.startsWith('dose:gap-'));
    expect(issues).toMatchObject([{ severity: 'serious', source: expect.stringMatching(/, 20\d\d/) }]);
  });

  it.each<[string, string, Timing, Partial<DraftItem>]>([
    ['paracetamol-500mg-tablet', '2', every(1, 6, 'h'), asNeeded(4)],
    ['paracetamol-500mg-tablet', '2', every(4, 1, 'd'), asNeeded(4, 4)],
    ['paracetamol-500mg-tablet', '2', every(4, 1, 'd'), {}],
    ['paracetamol-500mg-tablet', '2', every(1, 1, 'd'), asNeeded(1)],
    ['ibuprofen-200mg-tablet', '2', every(3, 1, 'd'), {}],
    ['sumatriptan-25mg-tablet', '2', every(1, 1, 'd'), asNeeded(1)],
  ])('that the label allows raise none: %s, %s', (product, dose, timing, over) => {
    expect(found(product, dose, timing, over)).toEqual([]);
  });

  it('that are not stated raise a minor alert that names them', () => {
    expect(found('paracetamol-500mg-tablet', '2', every(4, 1, 'd'), asNeeded(4))).toMatchObject([
      {
        id: expect.stringContaining('gap-unstated'),
        severity: 'minor',
        advice: { en: 'State at least 4 hours apart.' },
      },
    ]);
  });
});

it.each(['oxycodone-10mg-er-tablet', 'morphine-30mg-er-tablet', 'fentanyl-25ug-per-h-patch'])(
  'prolonged-release opioids as needed raise a serious alert: %s',
  (product) => {
    const issues = found(product, '1', every(1, 3, 'd'), asNeeded(1));
    expect(issues.find(({ id }) => id.startsWith('dose:as-needed-'))).toMatchObject({ severity: 'serious' });
  },
);

describe('once a day', () => {
  it.each<[string, string]>([
    ['sildenafil-50mg-tablet', '1'],
    ['vardenafil-20mg-tablet', '0.5'],
    ['dapoxetine-30mg-tablet', '1'],
    ['zolpidem-10mg-tablet', '0.5'],
    ['zopiclone-7.5mg-tablet', '0.5'],
  ])('medicines at half the daily maximum twice a day raise a serious alert: %s', (product, dose) => {
    const often = found(product, dose, every(2, 1, 'd')).filter(({ id }) => id.startsWith('dose:often-'));
    expect(often).toMatchObject([{ severity: 'serious' }]);
  });

  it('counts as-needed lines by their maximum a day, not by their interval', () => {
    const issues = found('sumatriptan-25mg-tablet', '2', every(1, 2, 'h'), { ...asNeeded(2, 2), durationDays: 3 });
    expect(issues).toEqual([]);
  });
});

it('adds tablets and suppositories of one ingredient to one day', () => {
  const tablets = draftItem('paracetamol-500mg-tablet', {
    dose: { value: '2', unit: 'tablet' },
    timing: every(4, 1, 'd'),
  });
  const suppositories = draftItem('paracetamol-150mg-suppository', {
    dose: { value: '2', unit: 'suppository' },
    timing: every(4, 1, 'd'),
  });
  const { issues } = checkSafety(safetyCase({ items: [tablets, suppositories] }), loadKnowledgeBase(), [doseCheck]);
  expect(issues.find(({ id }) => id.startsWith('dose:day-5200mg'))).toMatchObject({
    itemIds: [tablets.id, suppositories.id],
  });
});

it('lets every usual as-needed dose of the formulary stand as it is offered: with indication, maximum and the label’s interval', () => {
  const offered = loadCuratedFormulary().products.flatMap(({ id, usualSigs }) =>
    usualSigs.flatMap((sig) => (sig.asNeeded ? [{ id, ...sig, asNeeded: sig.asNeeded }] : [])),
  );
  expect(offered.length).toBeGreaterThan(20);
  const incomplete = offered.filter(
    ({ id, dose, timing, durationDays, asNeeded: { reason, maxPerDay, minHoursBetween } }) => {
      if (reason === null || maxPerDay === null) return true;
      const need = { reason: reason.en, maxPerDay, ...(minHoursBetween ? { minHoursBetween } : {}) };
      return found(id, dose.value, timing, { durationDays, asNeeded: need }).some(({ id: rule }) =>
        rule.includes(':gap-'),
      );
    },
  );
  expect(incomplete.map(({ id }) => id)).toEqual([]);
});
