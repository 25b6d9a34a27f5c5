import { expect, it } from 'vitest';
import { figures } from '@yunzhen/shared/metrics/figures';
import { eventKey } from './event-key.ts';

it('has words for every event that a figure is counted from', () => {
  for (const { events } of Object.values(figures))
    for (const type of [...events.numerator, ...events.denominator]) expect(eventKey(type)).toMatch(/^[a-z]+-[a-z-]+$/);
});
