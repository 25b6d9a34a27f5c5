/** One day’s demand: visits asked for. */
export interface DemandDay {
  readonly day: string;
  readonly visits: number;
}

export interface ForecastDay {
  day: string;
  expected: number;
  low: number;
  high: number;
  hours: number[];
}

export interface BackTest {
  weeks: number;
  days: number;
  meanError: number;
  shareError: number | null;
  bias: number;
  coverage: number;
}

const week = 7;
/** Weeks whose same weekdays are averaged. */
export const seasonWeeks = 8;
/** Half of them against the other half gives the trend. */
const trendWeeks = 4;
/** A trend beyond these is more likely a holiday or an outage than growth. */
const trendBounds = [0.7, 1.4] as const;
/** Weeks that are forecast from what was known before them. */
const testedWeeks = 8;
/** Four of five: the tenth and the ninetieth percentile of the errors. */
const tails = [0.1, 0.9] as const;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length);
const totalOf = ({ visits }: DemandDay) => visits;

/**
 * Seasonal average with a trend: a day is the mean of the same weekday of the last eight weeks, times how the last four weeks stand
 * to the four before (within 0.7 and 1.4), carried on for one week; its hours are split as those weekdays were. Nothing is learnt
 * that can’t be checked by hand. The error is measured by the same sum over past weeks, each from the days before it only; the
 * bounds are the 10th and 90th percentile of those errors, relative to what was expected. Days must be whole, without gaps, oldest first;
 * fewer than eight weeks give null. `weekHours`: the visits of the last eight weeks by weekday and hour, Monday 0 h first.
 */
export function forecastWeek(known: readonly DemandDay[], weekHours: readonly number[], days: readonly string[]) {
  if (known.length < seasonWeeks * week) return null;
  const trend = trendOf(known);
  const weeks = Math.min(testedWeeks, Math.floor(known.length / week) - seasonWeeks);
  const tested = Array.from({ length: weeks * week }, (_, i) => {
    const place = known.length - weeks * week + i;
    // What was known when that week began.
    const before = known.slice(0, place - (i % week));
    return { expected: expect(before, i % week, trendOf(before)), actual: totalOf(known[place] ?? nothing) };
  });
  const errors = tested
    .map(({ expected, actual }) => (expected > 0 ? (actual - expected) / expected : 0))
    .sort((a, b) => a - b);
  const [lower, upper] =
    errors.length > 0 ? tails.map((share) => errors[nearest(share, errors.length)] ?? 0) : [-0.5, 0.5];
  const bounds = (expected: number) => ({
    low: Math.max(0, expected * (1 + Math.min(0, lower ?? 0))),
    high: expected * (1 + Math.max(0, upper ?? 0)),
  });
  const actual = sum(tested.map((one) => one.actual));
  const off = tested.map((one) => Math.abs(one.expected - one.actual));
  const backTest: BackTest = {
    weeks,
    days: tested.length,
    meanError: mean(off),
    shareError: actual > 0 ? sum(off) / actual : null,
    bias: mean(tested.map((one) => one.expected - one.actual)),
    coverage: mean(
      tested.map((one) => {
        const { low, high } = bounds(one.expected);
        return Number(one.actual >= low && one.actual <= high);
      }),
    ),
  };
  const forecast: ForecastDay[] = days.map((day, i) => {
    const expected = expect(known, i, trend);
    return { day, expected, ...bounds(expected), hours: hoursOf(weekHours, day, expected) };
  });
  return { days: forecast, trend, backTest };
}

const nothing: DemandDay = { day: '', visits: 0 };

/** The same weekdays of the last weeks, as the day `ahead` days after the last one. */
function sameWeekdays(known: readonly DemandDay[], ahead: number): DemandDay[] {
  return Array.from(
    { length: seasonWeeks },
    (_, weeksAgo) => known[known.length + (ahead % week) - (weeksAgo + 1) * week] ?? nothing,
  );
}

function expect(known: readonly DemandDay[], ahead: number, trend: number): number {
  return mean(sameWeekdays(known, ahead).map(totalOf)) * trend;
}

/** The mean of eight weeks lies in their middle, four and a half weeks before the one forecast; the trend is over four. */
function trendOf(known: readonly DemandDay[]): number {
  const recent = sum(known.slice(-trendWeeks * week).map(totalOf));
  const earlier = sum(known.slice(-2 * trendWeeks * week, -trendWeeks * week).map(totalOf));
  if (earlier === 0) return 1;
  const [least, most] = trendBounds;
  return Math.min(most, Math.max(least, recent / earlier));
}

function hoursOf(weekHours: readonly number[], day: string, expected: number): number[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % week;
  const hours = Array.from({ length: 24 }, (_, hour) => weekHours[weekday * 24 + hour] ?? 0);
  const all = sum(hours);
  return hours.map((value) => (all > 0 ? (value / all) * expected : 0));
}

function nearest(share: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.ceil(share * count) - 1));
}
