import { expect, it } from 'vitest';
import { verdictOf } from './goals.ts';

const cell = (value: number | null, of = 400) => ({ value, of, folded: false });

it.each([
  ['wait-within-target', 0.9, 0.9, 'met'],
  ['wait-within-target', 0.873, 0.9, 'nearly'],
  ['wait-within-target', 0.84, 0.9, 'missed'],
  ['call-drop-share', 0.02, 0.02, 'met'],
  ['call-drop-share', 0.0204, 0.02, 'met'],
  ['call-drop-share', 0.03, 0.02, 'nearly'],
  ['call-drop-share', 0.04, 0.02, 'missed'],
  ['review-within-target', 1, 1, 'met'],
  ['review-within-target', 0.99, 1, 'missed'],
] as const)('judges %s of %d against %d as %s', (figure, value, goal, verdict) => {
  expect(verdictOf(figure, cell(value), goal)).toBe(verdict);
});

it('judges nothing that is missing, suppressed or of fewer than five cases', () => {
  expect(verdictOf('wait-within-target', cell(null, 0), 0.9)).toBe('unknown');
  expect(verdictOf('wait-within-target', cell(0.1, 4), 0.9)).toBe('unknown');
  expect(verdictOf('wait-within-target', { value: null, of: null, folded: true }, 0.9)).toBe('unknown');
});
