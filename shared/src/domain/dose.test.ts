import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Amount, Course, Strength } from './dose.ts';
import {
  convertAmount,
  daysOfQuantity,
  doseByWeight,
  dosesInDays,
  dosesOnFullestDay,
  ingredientInDose,
  positiveDecimalOf,
  quantityOfCourse,
} from './dose.ts';
import type { Timing } from './timing.ts';

const every = (frequency: number, period: number, periodUnit: Timing['periodUnit']): Timing => ({
  frequency,
  period,
  periodUnit,
  when: null,
});
const course = (over: Partial<Course>): Course => ({
  dose: { value: '1', unit: 'tablet' },
  timing: every(2, 1, 'd'),
  durationDays: 7,
  asNeeded: null,
  ...over,
});
const tablets = (value: string): Amount => ({ value, unit: 'tablet' });

describe('positiveDecimalOf', () => {
  it.each(['', '0', '0.0', '-1', '1e3', 'NaN', 'Infinity', '1,5', ' 1', '1.', '.5', '一'])('refuses %j', (text) => {
    expect(positiveDecimalOf(text)).toBeUndefined();
  });

  it('keeps every digit', () => {
    expect(positiveDecimalOf('0.1')?.plus('0.2').toFixed()).toBe('0.3');
  });
});

describe('quantityOfCourse', () => {
  it.each([
    ['twice a day for a week', course({}), '14'],
    [
      'half a tablet three times a day for 5 days',
      course({ dose: tablets('0.5'), timing: every(3, 1, 'd'), durationDays: 5 }),
      '8',
    ],
    ['every 8 hours for 10 days', course({ timing: every(1, 8, 'h'), durationDays: 10 }), '30'],
    ['every other day for 7 days, two at a time', course({ dose: tablets('2'), timing: every(1, 2, 'd') }), '8'],
    ['once a week for 28 days', course({ timing: every(1, 1, 'wk'), durationDays: 28 }), '4'],
    ['once a week for 30 days reaches into a fifth week', course({ timing: every(1, 1, 'wk'), durationDays: 30 }), '5'],
    [
      '0.1 six times a day for 5 days is 3, not 4 of a float',
      course({ dose: tablets('0.1'), timing: every(6, 1, 'd'), durationDays: 5 }),
      '3',
    ],
  ])('%s', (_, given, expected) => {
    expect(quantityOfCourse(given, 'tablet')).toEqual({ value: expected, unit: 'tablet' });
  });

  it.each([
    ['taken as needed', course({ asNeeded: { reason: 'pain', maxPerDay: 4 } })],
    ['without an end', course({ durationDays: null })],
    ['a dose in mg of a tablet', course({ dose: { value: '500', unit: 'mg' } })],
    ['a dose that is free text', course({ dose: tablets('one or two') })],
    ['a dose of nothing', course({ dose: tablets('0') })],
    ['no days', course({ durationDays: 0 })],
  ])('is unknown for %s', (_, given) => {
    expect(quantityOfCourse(given, 'tablet')).toBeUndefined();
  });

  const doses = ['0.25', '0.5', '1', '1.5', '2', '7.5', '0.1', '0.3'];
  const timings = [
    every(1, 1, 'd'),
    every(3, 1, 'd'),
    every(7, 1, 'd'),
    every(1, 6, 'h'),
    every(1, 5, 'h'),
    every(1, 2, 'd'),
    every(2, 3, 'd'),
    every(1, 2, 'wk'),
  ];
  const days = [1, 2, 3, 5, 7, 10, 14, 30, 90];
  const cases = doses.flatMap((dose) =>
    timings.flatMap((timing) => days.map((durationDays) => course({ dose: tablets(dose), timing, durationDays }))),
  );

  it('always covers the course, and never by a whole unit more than its last dose needs', () => {
    for (const given of cases) {
      const quantity = new Decimal(quantityOfCourse(given, 'tablet')?.value ?? NaN);
      const needed = new Decimal(given.dose.value).times(dosesInDays(given.timing, given.durationDays ?? 0));
      expect(quantity.isInteger()).toBe(true);
      expect(quantity.gte(needed)).toBe(true);
      expect(quantity.minus(needed).lt(1)).toBe(true);
    }
  });

  it('never falls when dose or days grow', () => {
    for (const given of cases) {
      const at = (over: Partial<Course>) => Number(quantityOfCourse({ ...given, ...over }, 'tablet')?.value);
      expect(at({ durationDays: (given.durationDays ?? 0) + 1 })).toBeGreaterThanOrEqual(at({}));
      expect(at({ dose: tablets(new Decimal(given.dose.value).times(2).toFixed()) })).toBeGreaterThanOrEqual(at({}));
    }
  });

  it('lasts at least as long as the course', () => {
    for (const given of cases) {
      const quantity = quantityOfCourse(given, 'tablet');
      expect(quantity && daysOfQuantity(quantity, given)).toBeGreaterThanOrEqual(given.durationDays ?? 0);
    }
  });
});

describe('dosesOnFullestDay', () => {
  it.each([
    [every(1, 2, 'd'), null, 1],
    [every(1, 5, 'h'), null, 5],
    [every(1, 6, 'h'), { reason: 'pain', maxPerDay: 3 }, 3],
    [every(2, 1, 'd'), { reason: 'pain', maxPerDay: 8 }, 2],
  ])('of %j with %j is %d', (timing, asNeeded, expected) => {
    expect(dosesOnFullestDay(timing, asNeeded).toNumber()).toBe(expected);
  });
});

describe('daysOfQuantity', () => {
  it.each([
    ['14', course({}), 7],
    ['13', course({}), 6],
    ['10', course({ timing: every(1, 2, 'd') }), 20],
  ])('%s tablets', (value, given, expected) => {
    expect(daysOfQuantity(tablets(value), given)).toBe(expected);
  });

  it('is unknown for another unit or as needed', () => {
    expect(daysOfQuantity({ value: '1', unit: 'bottle' }, course({}))).toBeUndefined();
    expect(daysOfQuantity(tablets('10'), course({ asNeeded: { reason: 'x', maxPerDay: 1 } }))).toBeUndefined();
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
  ])('is unknown for %s', (_, dose, dispensed, strength) => {
    expect(ingredientInDose(dose, dispensed, strength, 'mg')).toBeUndefined();
  });

  it('joins mass with mass only', () => {
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

  it('says nothing without a weight', () => {
    expect(doseByWeight('15', '', 'mg')).toBeUndefined();
    expect(doseByWeight('15', '0', 'mg')).toBeUndefined();
  });
});
