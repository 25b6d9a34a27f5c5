import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Course } from './course.ts';
import { daysOfQuantity, doseSteps, dosesInDays, dosesOnFullestDay, packsOf, quantityOf, stepsFit } from './course.ts';
import type { Amount } from './dose.ts';
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

const product = { unit: 'tablet' };

describe('quantityOf', () => {
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
    expect(quantityOf(given, product)).toEqual({ value: expected, unit: 'tablet', packs: null });
  });

  it.each([
    ['without an end', course({ durationDays: null })],
    ['a dose in mg of a tablet', course({ dose: { value: '500', unit: 'mg' } })],
    ['a dose that is free text', course({ dose: tablets('one or two') })],
    ['a dose of zero', course({ dose: tablets('0') })],
    ['no days', course({ durationDays: 0 })],
  ])('is undefined for %s', (_, given) => {
    expect(quantityOf(given, product)).toBeUndefined();
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

  it('always covers the course, and never exceeds it by a whole unit', () => {
    for (const given of cases) {
      const quantity = new Decimal(quantityOf(given, product)?.value ?? NaN);
      const needed = new Decimal(given.dose.value).times(dosesInDays(given.timing, given.durationDays ?? 0));
      expect(quantity.isInteger()).toBe(true);
      expect(quantity.gte(needed)).toBe(true);
      expect(quantity.minus(needed).lt(1)).toBe(true);
    }
  });

  it('never decreases when dose or days increase', () => {
    for (const given of cases) {
      const at = (over: Partial<Course>) => Number(quantityOf({ ...given, ...over }, product)?.value);
      expect(at({ durationDays: (given.durationDays ?? 0) + 1 })).toBeGreaterThanOrEqual(at({}));
      expect(at({ dose: tablets(new Decimal(given.dose.value).times(2).toFixed()) })).toBeGreaterThanOrEqual(at({}));
    }
  });

  it('lasts at least as long as the course', () => {
    for (const given of cases) {
      const quantity = quantityOf(given, product);
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
  ])('of %s tablets', (value, given, expected) => {
    expect(daysOfQuantity(tablets(value), given)).toBe(expected);
  });

  it('is undefined for another unit or as-needed use', () => {
    expect(daysOfQuantity({ value: '1', unit: 'bottle' }, course({}))).toBeUndefined();
    expect(daysOfQuantity(tablets('10'), course({ asNeeded: { reason: 'x', maxPerDay: 1 } }))).toBeUndefined();
  });
});

describe('a taper', () => {
  const mg = (value: string): Amount => ({ value, unit: 'tablet' });
  const taper = course({
    dose: mg('8'),
    timing: every(1, 1, 'd'),
    durationDays: 15,
    steps: [
      { dose: mg('4'), timing: every(1, 1, 'd'), days: 5 },
      { dose: mg('2'), timing: every(1, 2, 'd'), days: 5 },
    ],
  });

  it('is split into its steps, the first with the remaining days', () => {
    expect(doseSteps(taper).map(({ dose, fromDay, days }) => [dose.value, fromDay, days])).toEqual([
      ['8', 1, 5],
      ['4', 6, 5],
      ['2', 11, 5],
    ]);
    expect(doseSteps(course({})).map(({ fromDay, days }) => [fromDay, days])).toEqual([[1, 7]]);
  });

  it('adds up over its steps', () => {
    expect(quantityOf(taper, product)?.value).toBe('66');
    expect(quantityOf(taper, { unit: 'tablet', packSize: '100' })?.packs).toEqual({
      count: '1',
      size: '100',
      total: '100',
    });
  });

  it('is invalid without a day for the first dose, or with another unit', () => {
    expect(stepsFit(taper)).toBe(true);
    expect(stepsFit({ ...taper, durationDays: 10 })).toBe(false);
    expect(
      stepsFit({ ...taper, steps: [{ dose: { value: '1', unit: 'mg' }, timing: every(1, 1, 'd'), days: 5 }] }),
    ).toBe(false);
    expect(quantityOf({ ...taper, durationDays: 10 }, product)).toBeUndefined();
  });

  it('lasts as many days as its quantity is for', () => {
    expect(daysOfQuantity({ value: '66', unit: 'tablet' }, taper)).toBeGreaterThanOrEqual(15);
    expect(daysOfQuantity({ value: '44', unit: 'tablet' }, taper)).toBe(6);
  });
});

describe('days of the week', () => {
  const on = (...weekdays: number[]): Timing => ({ ...every(weekdays.length, 1, 'wk'), weekdays });

  it('give enough for a course that starts on any of them', () => {
    const sets = [[1], [1, 2], [1, 3, 5], [6, 7], [1, 2, 3, 4, 5, 6, 7]];
    for (const weekdays of sets)
      for (let days = 1; days <= 30; days++) {
        const counts = [1, 2, 3, 4, 5, 6, 7].map(
          (start) =>
            Array.from({ length: days }, (_, day) => ((start - 1 + day) % 7) + 1).filter((day) =>
              weekdays.includes(day),
            ).length,
        );
        expect(dosesInDays(on(...weekdays), days).toNumber()).toBe(Math.max(...counts));
      }
  });
});

describe('as needed', () => {
  const upTo = (maxPerDay: number, minHoursBetween?: number) => ({ reason: 'pain', maxPerDay, minHoursBetween });

  it.each([
    ['4 a day for 3 days', { timing: every(1, 6, 'h'), durationDays: 3, asNeeded: upTo(4) }, '12'],
    ['the maximum where the frequency allows more', { timing: every(1, 4, 'h'), asNeeded: upTo(3) }, '21'],
    ['the frequency where the maximum allows more', { timing: every(2, 1, 'd'), asNeeded: upTo(8) }, '14'],
    ['the minimum interval', { timing: every(1, 4, 'h'), durationDays: 2, asNeeded: upTo(6, 8) }, '6'],
    ['two tablets at a time', { dose: tablets('2'), timing: every(3, 1, 'd'), asNeeded: upTo(3) }, '42'],
    ['every other day', { timing: every(1, 2, 'd'), asNeeded: upTo(1) }, '4'],
  ])('needs at most the quantity of %s', (_, over, expected) => {
    expect(quantityOf(course(over), product)?.value).toBe(expected);
  });

  it('has no quantity for a dose in another unit', () => {
    expect(quantityOf(course({ dose: { value: '500', unit: 'mg' }, asNeeded: upTo(4) }), product)).toBeUndefined();
  });

  it('is limited by the minimum hours between doses', () => {
    const asNeeded = { reason: 'pain', maxPerDay: 6, minHoursBetween: 8 };
    expect(dosesOnFullestDay(every(1, 4, 'h'), asNeeded).toNumber()).toBe(3);
  });
});

describe('packs', () => {
  it('are whole', () => {
    expect(packsOf('14', { unit: 'capsule', packSize: '12' })).toEqual({ count: '2', size: '12', total: '24' });
    expect(packsOf('24', { unit: 'capsule', packSize: '12' })?.count).toBe('2');
    expect(packsOf('', { unit: 'capsule', packSize: '12' })).toBeNull();
    expect(packsOf('3', { unit: 'capsule' })).toBeNull();
  });
});
