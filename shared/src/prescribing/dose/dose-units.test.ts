import { expect, it } from 'vitest';
import { doseUnitsOf } from './dose-units.ts';

it('dose units start with what the product is counted or used in, with millilitres only for what is poured or injected', () => {
  expect(doseUnitsOf({ unit: 'tablet', perMl: false })).toEqual(['tablet', 'mg', 'g', 'ug', '[iU]']);
  expect(doseUnitsOf({ unit: 'bottle', perMl: false })).toEqual([
    'bottle',
    'drop',
    'mL',
    'application',
    'spray',
    'mg',
    'g',
    'ug',
    '[iU]',
  ]);
  expect(doseUnitsOf({ unit: 'sachet', perMl: true })).toContain('mL');
  expect(doseUnitsOf({ unit: 'mL', perMl: true }).slice(0, 2)).toEqual(['mL', 'drop']);
  // A lotion or a cream that is counted by weight.
  for (const unit of ['mL', 'g', 'tube', 'bottle'])
    expect(doseUnitsOf({ unit, perMl: false })).toContain('application');
});

it('dose units exclude those of other products', () => {
  for (const unit of ['capsule', 'mL', 'puff', 'patch'])
    expect(doseUnitsOf({ unit, perMl: false })).not.toContain('tablet');
});
