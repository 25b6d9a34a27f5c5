import { describe, expect, it } from 'vitest';
import { inFirstUnit, plausibilityOf, type MeasuredValue } from './observation-value.ts';

const measured = (over: Partial<MeasuredValue>): MeasuredValue => ({
  kind: 'body-weight',
  value: '70',
  diastolic: null,
  unit: 'kg',
  ...over,
});

describe('plausibilityOf', () => {
  it.each([
    ['an adult of 70 kg', {}, 40, 'plausible'],
    ['an adult of 18 kg', { value: '18' }, 40, 'ask'],
    ['a child of 18 kg', { value: '18' }, 5, 'plausible'],
    ['a child of 70 kg: the parent’s weight', { value: '70' }, 5, 'ask'],
    ['grams instead of kilograms', { value: '3400' }, 0, 'refuse'],
    ['pounds as a unit', { unit: '[lb_av]' }, 40, 'refuse'],
    ['a height in metres', { kind: 'body-height', value: '1.75', unit: 'cm' }, 40, 'refuse'],
    ['fever', { kind: 'body-temperature', value: '39.4', unit: 'Cel' }, 40, 'plausible'],
    ['a temperature in Fahrenheit', { kind: 'body-temperature', value: '98.6', unit: 'Cel' }, 40, 'refuse'],
    [
      'a normal blood pressure',
      { kind: 'blood-pressure', value: '132', diastolic: '84', unit: 'mm[Hg]' },
      40,
      'plausible',
    ],
    ['a pressure with one part', { kind: 'blood-pressure', value: '132', unit: 'mm[Hg]' }, 40, 'refuse'],
    [
      'a pressure with its parts reversed',
      { kind: 'blood-pressure', value: '84', diastolic: '132', unit: 'mm[Hg]' },
      40,
      'refuse',
    ],
    ['a second part of a weight', { diastolic: '1' }, 40, 'refuse'],
    ['a baby’s pulse', { kind: 'heart-rate', value: '160', unit: '/min' }, 0, 'plausible'],
    ['a baby’s pulse in an adult', { kind: 'heart-rate', value: '160', unit: '/min' }, 40, 'ask'],
    ['glucose in mg/dL', { kind: 'glucose', value: '99', unit: 'mg/dL' }, 40, 'plausible'],
    ['glucose in mg/dL entered as mmol/L', { kind: 'glucose', value: '99', unit: 'mmol/L' }, 40, 'ask'],
    ['creatinine in mg/dL entered as µmol/L', { kind: 'creatinine', value: '1.1', unit: 'umol/L' }, 40, 'refuse'],
    ['an oxygen saturation above 100 %', { kind: 'oxygen-saturation', value: '101', unit: '%' }, 40, 'refuse'],
  ] as const)('classifies %s', (_, over, age, expected) => {
    expect(plausibilityOf(measured(over), age)).toBe(expected);
  });
});

it('converts mg/dL to the unit of the limits', () => {
  expect(inFirstUnit('glucose', '90', 'mg/dL').toNumber()).toBeCloseTo(4.995);
  expect(inFirstUnit('creatinine', '1', 'mg/dL').toNumber()).toBe(88.4);
  expect(inFirstUnit('body-weight', '72.5', 'kg').toString()).toBe('72.5');
});
