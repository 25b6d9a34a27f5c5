import { expect, it } from 'vitest';
import { figures } from '@yunzhen/shared/metrics/figures';
import { eventKey } from './event-key.ts';

it('every event that a figure counts has a text', () => {
  for (const { events } of Object.values(figures))
    for (const type of [...events.numerator, ...events.denominator]) expect(eventKey(type)).toMatch(/^[a-z]+-[a-z-]+$/);
});
