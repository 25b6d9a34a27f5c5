import { describe, expect, it } from 'vitest';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { createRandom } from '../../../demo/random.ts';
import { forecastWeek, type DemandDay } from './forecast.ts';

/** Visits from Monday to Sunday, all between 08:00 and 12:00, more of them early. */
const weekdays = [100, 90, 80, 80, 70, 30, 20];
const shares = [0.4, 0.3, 0.2, 0.1];
const weekHours = weekdays.flatMap((visits) =>
  Array.from({ length: 24 }, (_, hour) => visits * (shares[hour - 8] ?? 0)),
);
/** A Monday. */
const first = '2026-01-05';

function days(weeks: number, visitsOf: (weekday: number, week: number) => number): DemandDay[] {
  return Array.from({ length: weeks * 7 }, (_, i) => ({
    day: shiftDay(first, i),
    visits: visitsOf(i % 7, Math.floor(i / 7)),
  }));
}
const forecast = (known: readonly DemandDay[], hours = weekHours) => forecastWeek(known, hours, weekAfter(known));
const weekAfter = (known: readonly DemandDay[]) =>
  Array.from({ length: 7 }, (_, i) => shiftDay(first, known.length + i));
const steady = (weekday: number) => weekdays[weekday] ?? 0;

describe('the demand forecast', () => {
  it('needs eight whole weeks', () => {
    const short = days(8, steady).slice(1);
    expect(forecast(short)).toBeNull();
    const enough = days(8, steady);
    expect(forecast(enough)?.backTest.weeks).toBe(0);
  });

  it('repeats a demand that is the same each week, hour by hour, without error', () => {
    const known = days(16, steady);
    const predicted = forecast(known);
    expect(predicted?.days.map(({ day }) => day)).toEqual(weekAfter(known));
    expect(predicted?.days.map(({ expected }) => Math.round(expected))).toEqual(weekdays);
    expect(predicted?.days[0]?.hours[8]).toBeCloseTo(40);
    expect(predicted?.days[6]?.hours[11]).toBeCloseTo(2);
    expect(predicted?.days[0]?.hours[3]).toBe(0);
    expect(predicted?.trend).toBeCloseTo(1);
    expect(predicted?.backTest).toMatchObject({ weeks: 8, days: 56, coverage: 1 });
    expect(predicted?.backTest.meanError).toBeCloseTo(0);
    expect(predicted?.backTest.bias).toBeCloseTo(0);
  });

  it('continues growth up to a bound, because a holiday is not a trend', () => {
    const growing = days(16, (weekday, week) => steady(weekday) * 1.02 ** week);
    const predicted = forecast(growing);
    expect(predicted?.trend).toBeCloseTo(1.02 ** 4);
    const monday = steady(0) * 1.02 ** 16;
    expect(Math.abs((predicted?.days[0]?.expected ?? 0) - monday) / monday).toBeLessThan(0.02);
    const closed = days(16, (weekday, week) => (week < 12 ? steady(weekday) : 1));
    expect(forecast(closed)?.trend).toBe(0.7);
    const outbreak = days(16, (weekday, week) => steady(weekday) * (week < 12 ? 1 : 9));
    expect(forecast(outbreak)?.trend).toBe(1.4);
  });

  it('states an error that later days confirm: about four of five lie between low and high', () => {
    const random = createRandom('forecast');
    let within = 0;
    let all = 0;
    for (let trial = 0; trial < 60; trial++) {
      const truth = days(17, (weekday) => steady(weekday) * random.logNormal(1, 0.15));
      const known = truth.slice(0, 16 * 7);
      const predicted = forecast(known);
      for (const [i, { low, high, expected }] of (predicted?.days ?? []).entries()) {
        const actual = truth[known.length + i]?.visits ?? 0;
        expect(low <= expected && expected <= high).toBe(true);
        within += Number(low <= actual && actual <= high);
        all++;
      }
      // The mean error for a spread of fifteen per cent.
      expect(predicted?.backTest.shareError).toBeGreaterThan(0.05);
      expect(predicted?.backTest.shareError).toBeLessThan(0.25);
    }
    expect(all).toBe(420);
    expect(within / all).toBeGreaterThan(0.7);
    expect(within / all).toBeLessThan(0.9);
  });

  it('is zero without demand, and divides by nothing', () => {
    const known = days(16, () => 0);
    const predicted = forecast(known);
    expect(predicted?.days.every(({ expected, low, high }) => expected === 0 && low === 0 && high === 0)).toBe(true);
    expect(predicted?.backTest.shareError).toBeNull();
  });
});
