import { describe, expect, it } from 'vitest';
import { countedDose, weightDose, type WeightDoseAsk } from './weight-dose.ts';

const ask = (over: Partial<WeightDoseAsk> = {}): WeightDoseAsk => ({
  rate: '10',
  unit: 'mg',
  per: 'dose',
  dosesPerDay: 3,
  weightKg: '14.2',
  strength: { value: '32', unit: 'mg', per: 'mL' },
  doseUnit: 'mL',
  limit: { value: '1000', unit: 'mg' },
  ...over,
});

describe('weightDose', () => {
  it('shows every step of its calculation', () => {
    expect(weightDose(ask())).toEqual({
      ok: true,
      steps: ['10 mg/kg × 14.2 kg = 142 mg', '142 mg ÷ 32 mg/mL = 4.438 mL → 4.4 mL (140.8 mg)'],
      dose: { value: '4.4', unit: 'mL' },
      capped: false,
    });
  });

  it('divides a daily amount', () => {
    expect(weightDose(ask({ rate: '45', per: 'day', weightKg: '10' }))).toMatchObject({
      steps: ['45 mg/kg/d × 10 kg = 450 mg', '450 mg ÷ 3 = 150 mg', '150 mg ÷ 32 mg/mL = 4.688 mL → 4.6 mL (147.2 mg)'],
    });
  });

  it('never exceeds the largest dose, and says that it was capped', () => {
    expect(weightDose(ask({ weightKg: '120', limit: { value: '1', unit: 'g' } }))).toMatchObject({
      capped: true,
      steps: expect.arrayContaining(['1200 mg > 1000 mg → 1000 mg']),
      dose: { value: '31.2', unit: 'mL' },
    });
  });

  it.each([
    ['weight', { weightKg: null }],
    ['rate', { rate: '' }],
    ['strength', { strength: null }],
    ['strength', { doseUnit: 'drop' }],
    ['times', { per: 'day' as const, dosesPerDay: 0 }],
  ])('reports a missing %s', (missing, over) => {
    expect(weightDose(ask(over))).toEqual({ ok: false, missing: [missing] });
  });

  it('never exceeds the rate', () => {
    for (const weight of ['3.1', '7.77', '14.2', '33.3']) {
      const found = weightDose(
        ask({ weightKg: weight, strength: { value: '250', unit: 'mg', per: 'unit' }, doseUnit: 'tablet' }),
      );
      if (found.ok) expect(Number(found.dose.value) * 250).toBeLessThanOrEqual(10 * Number(weight));
      else expect(Number(weight) * 10).toBeLessThan(62.5);
    }
  });
});

describe('countedDose', () => {
  const five = { value: '5', unit: 'mg', per: 'unit' } as const;
  it('converts mass to counted units, where they can be measured out', () => {
    expect(countedDose({ value: '40', unit: 'mg' }, five, 'tablet')).toEqual({ value: '8', unit: 'tablet' });
    expect(countedDose({ value: '2.5', unit: 'mg' }, five, 'tablet')).toEqual({ value: '0.5', unit: 'tablet' });
    expect(countedDose({ value: '3', unit: 'mg' }, five, 'tablet')).toBeUndefined();
    expect(countedDose({ value: '2.5', unit: 'mg' }, five, 'capsule')).toBeUndefined();
  });
});
