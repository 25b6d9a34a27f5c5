import { describe, expect, it } from 'vitest';
import { isOutside, usualRangeOf } from './usual-ranges.ts';

const adult = { sex: 'male', age: 48, isPregnant: false } as const;
const pulse = { kind: 'heart-rate', unit: '/min' } as const;

describe('a usual range', () => {
  it('belongs to adults who are not pregnant', () => {
    expect(usualRangeOf(pulse, adult)).toMatchObject({ low: '60', high: '100', unit: '/min' });
    expect(usualRangeOf(pulse, { ...adult, age: 17 })).toBeUndefined();
    expect(usualRangeOf(pulse, { ...adult, sex: 'female', isPregnant: true })).toBeUndefined();
    expect(usualRangeOf({ kind: 'body-weight', unit: 'kg' }, adult)).toBeUndefined();
  });

  it('of creatinine depends on sex and age, and is given in the unit of the value', () => {
    const creatinine = { kind: 'creatinine', unit: 'umol/L' } as const;
    const of = (person: Partial<Parameters<typeof usualRangeOf>[1]>) => {
      const range = usualRangeOf(creatinine, { ...adult, ...person });
      return range && [range.low, range.high];
    };
    expect(of({})).toEqual(['57', '97']);
    expect(of({ age: 60 })).toEqual(['57', '111']);
    expect(of({ sex: 'female' })).toEqual(['41', '73']);
    expect(of({ sex: 'female', age: 79 })).toEqual(['41', '81']);
    for (const unknown of [{ sex: 'unknown' }, { age: 19 }, { age: 80 }] as const) expect(of(unknown)).toBeUndefined();
    expect(usualRangeOf({ kind: 'creatinine', unit: 'mg/dL' }, adult)).toMatchObject({ low: '0.64', high: '1.10' });
  });

  it('has a value inside or outside; a blood pressure by either figure', () => {
    const range = usualRangeOf({ kind: 'blood-pressure', unit: 'mm[Hg]' }, adult);
    const outside = (value: string, diastolic: string) => range && isOutside(range, { value, diastolic });
    expect(['120', '121', '89', '90'].map((value) => outside(value, '80'))).toEqual([false, true, true, false]);
    expect(['60', '59', '81'].map((diastolic) => outside('110', diastolic))).toEqual([false, true, true]);
  });

  it('of glucose is for a fasting person, and no value is compared with it', () => {
    const range = usualRangeOf({ kind: 'glucose', unit: 'mg/dL' }, adult);
    expect(range).toMatchObject({ low: '70', high: '101', fasting: true });
    expect(range && isOutside(range, { value: '400', diastolic: null })).toBe(false);
  });

  it('names its source, its edition where it has one, and whether a clinician compared it', () => {
    const range = usualRangeOf({ kind: 'creatinine', unit: 'umol/L' }, adult);
    expect(range?.source).toMatchObject({ edition: '2015', compared: null });
  });
});
