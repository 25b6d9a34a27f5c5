import { describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SafetyPatient } from '../safety-input.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';

const doseOf = (product: string, mg: string, frequency: number, patient: Partial<SafetyPatient>) => {
  const timing = { frequency, period: 1, periodUnit: 'd' as const, when: null };
  const input = safetyCase({ items: [draftItem(product, { dose: { value: mg, unit: 'mg' }, timing })] });
  const found = checkSafety({ ...input, patient: { ...input.patient, ...patient } });
  return found.notChecked.flatMap(({ check, reason }) => (check === 'dose' ? [reason] : []));
};
const unknown = { weightKg: null };

describe('a dose that depends on the weight', () => {
  it.each([
    ['edoxaban-30mg-tablet', '60', 1, {}],
    ['valsartan-80mg-capsule', '160', 1, { ageMonths: 10 * 12 }],
    ['terbinafine-250mg-tablet', '125', 1, { ageMonths: 8 * 12 }],
    ['omeprazole-20mg-ec-capsule', '20', 2, { ageMonths: 14 * 12 }],
    ['ondansetron-8mg-tablet', '4', 1, { ageMonths: 6 * 12 }],
  ])('is not checked without it, as of %s %s mg %d times a day', (product, mg, frequency, patient) => {
    const dosed = (over: Partial<SafetyPatient>) => doseOf(product, mg, frequency, { ...patient, ...over });
    const [reason] = dosed(unknown);
    expect(reason?.en).toMatch(/depends on the weight, which is not recorded\.$/);
    expect(reason?.zh).toContain('取决于体重');
    expect(dosed({ weightKg: 'heavy' })).toEqual([reason]);
    const last = { en: 'It is old.', zh: '已过时。' };
    expect(dosed({ ...unknown, outdated: { weight: last } })[0]?.en).toMatch(/not recorded\. It is old\.$/);
    expect(dosed({ weightKg: '81' })).toEqual([]);
  });

  it.each([
    ['edoxaban-30mg-tablet', '30', 1],
    // An adult's label has one dose; only for a recorded low weight it is lower.
    ['paracetamol-500mg-tablet', '1000', 4],
    ['ibuprofen-200mg-tablet', '400', 3],
  ])('needs no weight where it is right at every weight: %s %s mg %d times a day', (product, mg, frequency) => {
    expect(doseOf(product, mg, frequency, unknown)).toEqual([]);
  });

  it('is reported for each band of the table', () => {
    const medicines = loadKnowledgeBase().doseBands.flatMap(({ rule }) =>
      rule.fromKg !== null || rule.belowKg !== null ? rule.medicines : [],
    );
    expect([...new Set(medicines)].toSorted()).toEqual([
      'amoxicillin',
      'edoxaban',
      'losartan',
      'omeprazole',
      'ondansetron',
      'oseltamivir',
      'paracetamol',
      'rizatriptan',
      'terbinafine',
      'valsartan',
    ]);
  });
});
