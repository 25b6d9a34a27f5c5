import { DAY_MS } from '../core/time/duration.ts';
import { describe, expect, it } from 'vitest';
import {
  egfrFact,
  lactationFact,
  mayBePregnant,
  pregnancyFact,
  showsPregnancy,
  trimesterOn,
  weightFact,
  type PregnancyRecord,
} from './safety-facts.ts';

const now = new Date('2026-11-24T08:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
const ahead = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
const stated = (over: Partial<PregnancyRecord>): PregnancyRecord => ({
  pregnancy: 'pregnant',
  trimester: null,
  dueDate: null,
  lactation: 'unknown',
  at: ago(1),
  ...over,
});

describe('weight and eGFR', () => {
  it.each([
    [5, 91, true],
    [5, 94, false],
    [6, 94, true],
    [40, 365, true],
    [40, 368, false],
  ])('a weight at the age of %d, %d days old, counts: %s', (age, days, counts) => {
    const last = { value: '18', at: ago(days) };
    expect(weightFact(last, age, now)).toEqual({ value: counts ? '18' : null, last });
  });

  it('an eGFR counts for a year, and the last value is still shown', () => {
    expect(egfrFact({ value: 48, at: ago(300) }, now).value).toBe(48);
    const old = { value: 48, at: ago(400) };
    expect(egfrFact(old, now)).toEqual({ value: null, last: old });
    expect(egfrFact(null, now)).toEqual({ value: null, last: null });
  });
});

describe('pregnancy', () => {
  it('"not pregnant" is valid for four weeks', () => {
    expect(pregnancyFact(stated({ pregnancy: 'not-pregnant', at: ago(28) }), now).state).toBe('not-pregnant');
    expect(pregnancyFact(stated({ pregnancy: 'not-pregnant', at: ago(29) }), now)).toEqual({
      state: 'unknown',
      trimester: null,
      last: { state: 'not-pregnant', at: ago(29) },
    });
  });

  it('"pregnant" is valid as long as a pregnancy can last', () => {
    expect(pregnancyFact(stated({ at: ago(60), trimester: 1 }), now)).toMatchObject({
      state: 'pregnant',
      trimester: null,
    });
    expect(pregnancyFact(stated({ at: ago(10), trimester: 2 }), now)).toMatchObject({ trimester: 2 });
    expect(pregnancyFact(stated({ at: ago(120), trimester: 3 }), now).state).toBe('unknown');
    expect(pregnancyFact(stated({ at: ago(300) }), now).state).toBe('unknown');
  });

  it('the due date determines the trimester, and the end', () => {
    expect(pregnancyFact(stated({ at: ago(100), dueDate: ahead(30) }), now)).toMatchObject({
      state: 'pregnant',
      trimester: 3,
    });
    expect(pregnancyFact(stated({ at: ago(100), dueDate: ahead(-15) }), now).state).toBe('unknown');
  });

  it.each([
    [280, 1],
    [183, 1],
    [181, 2],
    [85, 2],
    [83, 3],
    [-10, 3],
    [-20, null],
    [300, null],
  ])('due in %d days: trimester %s', (days, trimester) => {
    expect(trimesterOn(ahead(days), now)).toBe(trimester);
  });

  it('without a statement it is unknown', () => {
    expect(pregnancyFact(null, now)).toEqual({ state: 'unknown', trimester: null, last: null });
    expect(pregnancyFact(stated({ pregnancy: 'unknown' }), now).state).toBe('unknown');
  });
});

it('breastfeeding is valid longer than its absence', () => {
  expect(lactationFact(stated({ lactation: 'breast-feeding', at: ago(150) }), now).state).toBe('breast-feeding');
  expect(lactationFact(stated({ lactation: 'not-breast-feeding', at: ago(150) }), now)).toMatchObject({
    state: 'unknown',
    last: { state: 'not-breast-feeding' },
  });
  expect(lactationFact(null, now)).toEqual({ state: 'unknown', last: null });
});

describe('pregnancy', () => {
  const none = { pregnancy: { last: null }, lactation: { last: null } };
  it('matters for women from 12 to 54, and where the age or the sex is not known', () => {
    expect([11, 12, 54, 55].map((age) => mayBePregnant('female', age))).toEqual([false, true, true, false]);
    expect([mayBePregnant('female', null), mayBePregnant('unknown', 30)]).toEqual([true, true]);
    expect([mayBePregnant('male', 30), mayBePregnant('male', null)]).toEqual([false, false]);
  });

  it('is not shown for a man or an older woman, unless something is on record', () => {
    expect(showsPregnancy({ sex: 'male', age: 48 }, none)).toBe(false);
    expect(showsPregnancy({ sex: 'female', age: 60 }, none)).toBe(false);
    expect(showsPregnancy({ sex: 'female', age: 57 }, { ...none, pregnancy: { last: {} } })).toBe(true);
    expect(showsPregnancy({ sex: 'male', age: 30 }, { ...none, lactation: { last: {} } })).toBe(true);
  });
});
