import { describe, expect, it } from 'vitest';
import type { DayFigures } from '@yunzhen/shared/contract/metrics';
import { lastFullDays, otherVisits, rejectionRate, withToday } from './days.ts';

function day(name: string, facts: Partial<DayFigures> = {}): DayFigures {
  return {
    day: name,
    visits: 10,
    completed: 7,
    left: 1,
    referredOffline: 1,
    waitMedian: 120,
    waitP90: 600,
    prescriptions: 5,
    reviewed: 4,
    rejected: 1,
    ...facts,
  };
}

describe('figures of a day', () => {
  it('know what is neither completed, left nor referred', () => {
    expect(otherVisits(day('2026-11-24'))).toBe(1);
    // More ended today than began today: a visit from before midnight.
    expect(otherVisits(day('2026-11-24', { visits: 8 }))).toBe(0);
  });

  it('have no rejection rate without decisions', () => {
    expect(rejectionRate(day('2026-11-24'))).toBe(0.25);
    expect(rejectionRate(day('2026-11-24', { reviewed: 0, rejected: 0 }))).toBeNull();
  });
});

describe('a row of days', () => {
  const days = [day('2026-11-22'), day('2026-11-23'), day('2026-11-24')];
  it('takes the newest figures of today', () => {
    const today = day('2026-11-24', { visits: 11 });
    expect(withToday(days, today)).toEqual([days[0], days[1], today]);
    const tomorrow = day('2026-11-25');
    expect(withToday(days, tomorrow)).toEqual([...days, tomorrow]);
  });

  it('leaves out today where only full days count', () => {
    expect(lastFullDays(days, '2026-11-24', 1)).toEqual([days[1]]);
    expect(lastFullDays(days, '2026-11-24', 14)).toEqual([days[0], days[1]]);
  });
});
