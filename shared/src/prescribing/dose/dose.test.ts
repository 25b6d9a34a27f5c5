import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Strength } from './dose.ts';
import { convertAmount, doseByWeight, ingredientInDose, positiveDecimalOf } from './dose.ts';

describe('positiveDecimalOf', () => {
  it.each(['', '0', '0.0', '-1', '1e3', 'NaN', 'Infinity', '1,5', ' 1', '1.', '.5', '一'])('rejects %j', (text) => {
    expect(positiveDecimalOf(text)).toBeUndefined();
  });

  it('keeps every digit', () => {
    expect(positiveDecimalOf('0.1')?.plus('0.2').toFixed()).toBe('0.3');
  });
});

describe('amounts of an ingredient', () => {
  const tablet: Strength = { value: '500', unit: 'mg', per: 'unit' };
  const syrup: Strength = { value: '50', unit: 'mg', per: 'mL' };
  const cream: Strength = { value: '10', unit: 'mg', per: 'g' };

  it.each([
    ['2 tablets', { value: '2', unit: 'tablet' }, 'tablet', tablet, 'mg', '1000'],
    ['2 tablets in grams', { value: '2', unit: 'tablet' }, 'tablet', tablet, 'g', '1'],
    ['a dose already in mg', { value: '750', unit: 'mg' }, 'tablet', tablet, 'mg', '750'],
    ['5 mL', { value: '5', unit: 'mL' }, 'mL', syrup, 'mg', '250'],
    ['2 g of a cream', { value: '2', unit: 'g' }, 'tube', cream, 'mg', '20'],
  ])('%s', (_, dose, dispensed, strength, unit, expected) => {
    expect(ingredientInDose(dose, dispensed, strength, unit)?.toFixed()).toBe(expected);
  });

  it.each([
    ['an application of cream', { value: '1', unit: 'application' }, 'tube', cream],
    ['a bottle of syrup', { value: '1', unit: 'bottle' }, 'mL', syrup],
    ['a sachet of a tablet', { value: '1', unit: 'sachet' }, 'tablet', tablet],
  ])('are undefined for %s', (_, dose, dispensed, strength) => {
    expect(ingredientInDose(dose, dispensed, strength, 'mg')).toBeUndefined();
  });

  it('convert only between units of mass', () => {
    expect(convertAmount({ value: '0.5', unit: 'mg' }, 'ug')?.toFixed()).toBe('500');
    expect(convertAmount({ value: '100', unit: '[iU]' }, 'mg')).toBeUndefined();
  });
});

describe('doseByWeight', () => {
  it('shows its arithmetic', () => {
    expect(doseByWeight('15', '12.4', 'mg')).toMatchObject({
      capped: false,
      arithmetic: '15 mg/kg × 12.4 kg = 186 mg',
    });
  });

  it('never exceeds the largest dose', () => {
    for (const weight of ['3', '10', '33.3', '66.6', '66.7', '120']) {
      const dose = doseByWeight('15', weight, 'mg', '1000');
      expect(dose?.amount.lte(1000)).toBe(true);
      expect(dose?.capped).toBe(new Decimal(weight).times(15).gt(1000));
    }
  });

  it('is undefined without a weight', () => {
    expect(doseByWeight('15', '', 'mg')).toBeUndefined();
    expect(doseByWeight('15', '0', 'mg')).toBeUndefined();
  });
});
