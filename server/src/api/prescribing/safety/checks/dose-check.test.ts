import type { Timing } from '@yunzhen/shared/prescribing/dose/timing';
import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { DraftItem, SafetyPatient } from '../safety-input.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';
import { doseCheck } from './dose-check.ts';

const daily = (frequency: number): Timing => ({ frequency, period: 1, periodUnit: 'd', when: null });
const of = (productId: string, value: string, timing = daily(1), over: Partial<DraftItem> = {}) => {
  const item = draftItem(productId, { timing, ...over });
  return { ...item, dose: { value, unit: item.dose.unit } };
};
function check(items: DraftItem[], patient: Partial<SafetyPatient> = {}) {
  const input = safetyCase({ items });
  return checkSafety({ ...input, patient: { ...input.patient, ...patient } }, loadKnowledgeBase(), [doseCheck]);
}
const child = (months: number, weightKg: string | null) => ({ ageMonths: months, weightKg });

describe('dose check', () => {
  it.each([
    ['the maximum single dose', [of('paracetamol-500mg-tablet', '2', daily(4))]],
    ['a liquid', [of('paracetamol-32mg-per-ml-suspension', '5', daily(4))]],
    [
      'a weekly medicine once a week',
      [of('methotrexate-2.5mg-tablet', '4', { frequency: 1, period: 1, periodUnit: 'wk', when: null })],
    ],
    ['a cream', [draftItem('hydrocortisone-10mg-per-g-cream', { dose: { value: '1', unit: 'application' } })]],
    [
      'a dose every six hours but at most three times a day',
      [
        of(
          'paracetamol-500mg-tablet',
          '2',
          { frequency: 1, period: 4, periodUnit: 'h', when: null },
          { asNeeded: { reason: 'pain', maxPerDay: 4 } },
        ),
      ],
    ],
  ])('allows %s', (_, items) => {
    expect(check(items)).toMatchObject({ issues: [], notChecked: [] });
  });

  it.each([
    ['a single dose above the maximum', [of('amlodipine-10mg-tablet', '1.4')], 'moderate'],
    ['a dose 50 % above the maximum', [of('amlodipine-10mg-tablet', '1.5')], 'serious'],
    ['a small excess of a medicine with a narrow margin', [of('warfarin-2.5mg-tablet', '5')], 'serious'],
    ['twice the maximum', [of('amlodipine-10mg-tablet', '2')], 'serious'],
    ['a slip of the decimal point', [of('levothyroxine-50ug-tablet', '50')], 'contraindicated'],
    [
      'a dose that is too frequent',
      [of('paracetamol-500mg-tablet', '2', { frequency: 1, period: 4, periodUnit: 'h', when: null })],
      'serious',
    ],
    ['a weekly medicine every day', [of('methotrexate-2.5mg-tablet', '4')], 'contraindicated'],
  ])('finds %s', (_, items, severity) => {
    const { issues } = check(items);
    expect(issues[0]).toMatchObject({ check: 'dose', severity });
  });

  it.each([
    ['at a time', 'amlodipine-10mg-tablet', { dose: { value: '2', unit: 'tablet' }, timing: daily(1) }, 'dose-'],
    ['a day', 'paracetamol-500mg-tablet', { dose: { value: '2', unit: 'tablet' }, timing: daily(6) }, 'day-'],
  ])('finds a later step of a taper that is too high %s', (_, product, step, rule) => {
    const smallAtFirst = of(product, '1', daily(1), { durationDays: 6, steps: [{ ...step, days: 3 }] });
    expect(check([smallAtFirst]).issues.map(({ id }) => id)).toContainEqual(expect.stringContaining(rule));
    expect(check([{ ...smallAtFirst, steps: [] }]).issues).toEqual([]);
  });

  it("reports a taper step as not checked when its unit can't be converted", () => {
    const step = { dose: { value: '1', unit: 'puff' }, timing: daily(1), days: 3 };
    const item = of('amlodipine-10mg-tablet', '1', daily(1), { durationDays: 6, steps: [step] });
    expect(check([item]).notChecked).toMatchObject([{ check: 'dose', itemIds: [item.id] }]);
  });

  it('adds up one ingredient over the lines of a draft', () => {
    const items = [of('paracetamol-500mg-tablet', '2', daily(3)), of('paracetamol-650mg-er-tablet', '1', daily(3))];
    const { issues } = check(items);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.itemIds).toHaveLength(2);
    expect(issues[0]?.evidence).toContain('4950 mg');
    expect(check(items.slice(0, 1)).issues).toEqual([]);
  });

  it('calculates by weight for a child, shows the calculation and tolerates rounding', () => {
    const toddler = child(30, '12');
    expect(check([of('paracetamol-32mg-per-ml-suspension', '6', daily(3))], toddler).issues).toEqual([]);
    const { issues } = check([of('paracetamol-32mg-per-ml-suspension', '10', daily(3))], toddler);
    expect(issues[0]).toMatchObject({
      severity: 'serious',
      evidence: expect.stringContaining('15 mg/kg × 12 kg = 180 mg'),
    });
  });

  it('never allows a heavy child more than the maximum for children', () => {
    const { issues } = check([of('ibuprofen-20mg-per-ml-suspension', '25', daily(2))], child(11 * 12, '80'));
    expect(issues[0]?.evidence).toContain('10 mg/kg × 80 kg = 800 mg → 400 mg');
  });

  it('reports what it could not calculate', () => {
    expect(check([of('paracetamol-32mg-per-ml-suspension', '5')], child(30, null)).notChecked).toHaveLength(1);
    expect(check([of('amoxicillin-500mg-capsule', '1')], { ageMonths: null }).notChecked).toHaveLength(1);
    expect(check([of('irbesartan-150mg-tablet', '1')], child(120, '30')).notChecked).toHaveLength(1);
    const drops = draftItem('paracetamol-500mg-tablet', { dose: { value: '2', unit: 'drop' } });
    expect(check([drops]).notChecked).toHaveLength(1);
    const combined = draftItem('amoxicillin-500mg-clavulanic-acid-125mg-tablet', {
      dose: { value: '500', unit: 'mg' },
    });
    expect(check([combined]).notChecked).toHaveLength(2);
  });

  it('gives a different dose a different id, so that an acknowledgement does not carry over', () => {
    const idOf = (value: string) => check([of('amlodipine-10mg-tablet', value)]).issues[0]?.id;
    expect(idOf('2')).toBe(idOf('2'));
    expect(idOf('2')).not.toBe(idOf('3'));
  });
});
