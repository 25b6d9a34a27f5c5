import { describe, expect, it } from 'vitest';
import type { Course } from './course.ts';
import { doseSteps, dosesInDays } from './course.ts';
import { daysBetween, shiftDay } from '../../core/time/calendar-day.ts';
import { plannedDoses, usualDayTimes } from './day-plan.ts';
import type { PeriodUnit, Timing } from './timing.ts';

const every = (frequency: number, period: number, periodUnit: PeriodUnit, over: Partial<Timing> = {}): Timing => ({
  frequency,
  period,
  periodUnit,
  when: null,
  ...over,
});
const course = (timing: Timing, durationDays: number, over: Partial<Course> = {}): Course => ({
  dose: { value: '1', unit: 'tablet' },
  timing,
  durationDays,
  asNeeded: null,
  ...over,
});
const plan = (given: Course, start = '2026-11-24') =>
  plannedDoses(given, start, usualDayTimes).map(({ date, time }) => `${date.slice(5)} ${time}`);

describe('plannedDoses', () => {
  it('puts daily doses into the parts of the day', () => {
    expect(plan(course(every(2, 1, 'd'), 2))).toEqual(['11-24 08:00', '11-24 18:30', '11-25 08:00', '11-25 18:30']);
    expect(plan(course(every(1, 1, 'd', { when: 'bedtime' }), 1))).toEqual(['11-24 22:00']);
    expect(plan(course(every(6, 1, 'd'), 1))).toHaveLength(6);
  });

  it('takes every other day, weekdays and weeks from the calendar', () => {
    expect(plan(course(every(1, 2, 'd'), 5))).toEqual(['11-24 08:00', '11-26 08:00', '11-28 08:00']);
    // 24 November 2026 is a Tuesday.
    expect(plan(course(every(2, 1, 'wk', { weekdays: [1, 4] }), 14))).toEqual([
      '11-26 08:00',
      '11-30 08:00',
      '12-03 08:00',
      '12-07 08:00',
    ]);
    expect(plan(course(every(1, 1, 'wk'), 14))).toEqual(['11-24 08:00', '12-01 08:00']);
    expect(plan(course(every(2, 3, 'd'), 6))).toEqual(['11-24 08:00', '11-25 08:00', '11-27 08:00', '11-28 08:00']);
  });

  it('follows the clock for every so many hours', () => {
    expect(plan(course(every(1, 8, 'h'), 1))).toEqual(['11-24 00:00', '11-24 08:00', '11-24 16:00']);
    expect(plan(course(every(1, 36, 'h'), 3))).toEqual(['11-24 08:00', '11-25 20:00']);
  });

  it('changes the dose of a taper by date, and plans no as-needed doses', () => {
    const taper = course(every(1, 1, 'd'), 3, {
      dose: { value: '2', unit: 'tablet' },
      steps: [{ dose: { value: '1', unit: 'tablet' }, timing: every(1, 1, 'd'), days: 1 }],
    });
    expect(plannedDoses(taper, '2026-12-31', usualDayTimes).map(({ date, dose }) => [date, dose.value])).toEqual([
      ['2026-12-31', '2'],
      ['2027-01-01', '2'],
      ['2027-01-02', '1'],
    ]);
    expect(plan(course(every(3, 1, 'd'), 3, { asNeeded: { reason: 'pain', maxPerDay: 3 } }))).toEqual([]);
  });

  it('never plans more than is dispensed, stays within its days, is ordered and has no duplicates', () => {
    const timings = [
      every(1, 1, 'd'),
      every(5, 1, 'd'),
      every(24, 1, 'd'),
      every(1, 2, 'd'),
      every(2, 3, 'd'),
      every(5, 3, 'd'),
      every(1, 5, 'h'),
      every(1, 8, 'h'),
      every(2, 24, 'h'),
      every(1, 1, 'wk'),
      every(3, 1, 'wk'),
      every(3, 1, 'wk', { weekdays: [1, 3, 5] }),
      every(1, 2, 'wk'),
    ];
    for (const timing of timings)
      for (const second of timings)
        for (const [days, later] of [
          [1, 1],
          [3, 8],
          [10, 7],
          [30, 1],
        ] as const) {
          const given = course(timing, days + later, {
            steps: [{ dose: { value: '2', unit: 'tablet' }, timing: second, days: later }],
          });
          const doses = plannedDoses(given, '2026-10-20', usualDayTimes);
          for (const step of doseSteps(given)) {
            const own = doses.filter(({ date }) => {
              const day = daysBetween('2026-10-20', date) + 1;
              return day >= step.fromDay && day < step.fromDay + (step.days ?? 0);
            });
            expect(own.length).toBeLessThanOrEqual(dosesInDays(step.timing, step.days ?? 0).toNumber());
            expect(own.every(({ dose }) => dose.value === step.dose.value)).toBe(true);
            if (step.timing.periodUnit === 'd' && step.timing.period === 1)
              expect(own).toHaveLength(step.timing.frequency * (step.days ?? 0));
          }
          const moments = doses.map(({ date, time }) => `${date} ${time}`);
          expect(moments).toEqual([...new Set(moments)].toSorted());
          expect(doses.every(({ date }) => daysBetween('2026-10-20', date) < days + later)).toBe(true);
        }
  });

  it('counts calendar days', () => {
    expect(shiftDay('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});
