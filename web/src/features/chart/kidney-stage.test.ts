import { expect, it } from 'vitest';
import { kidneyStage } from './kidney-stage.ts';

it.each([
  [142, 'g1'],
  [90, 'g1'],
  [89, 'g2'],
  [60, 'g2'],
  [59, 'g3a'],
  [45, 'g3a'],
  [44, 'g3b'],
  [30, 'g3b'],
  [29, 'g4'],
  [15, 'g4'],
  [14, 'g5'],
])('An eGFR of %d is category %s', (egfr, stage) => {
  expect(kidneyStage(egfr, 40)).toBe(stage);
});

it('Under 18 there is no category', () => {
  expect(kidneyStage(95, 17)).toBeUndefined();
});
