import { figures } from '@yunzhen/shared/metrics/figures';
import { expect, it } from 'vitest';
import { countedTypes } from './count-subject.ts';

it('countSubject counts every event type that a figure names', () => {
  const named = Object.values(figures).flatMap(({ events }) => [...events.numerator, ...events.denominator]);
  expect([...new Set(named)].filter((type) => !countedTypes.some((counted) => counted === type))).toEqual([]);
});
