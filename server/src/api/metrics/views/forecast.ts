/** One day’s demand: visits requested. */
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
/** The trend compares this many weeks with as many before them. */
const trendWeeks = 4;
/** A trend beyond these is more likely a holiday or an outage than growth. */
const trendBounds = [0.7, 1.4] as const;
/** Past weeks that are forecast for the back test, from earlier data only. */
const testedWeeks = 8;
/** Four of five: the tenth and ninetieth percentile of the errors. */
const tails = [0.1, 0.9] as const;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length);
const totalOf = ({ visits }: DemandDay) => visits;

/**
 * Forecasts by seasonal average and trend: the mean of the same weekday over eight weeks, times the ratio of the last four weeks to the four before
 * (within 0.7 and 1.4). Hours are split as on those weekdays.
 * The error comes from the same formula over past weeks, each from earlier days only; the bounds are the 10th and 90th percentile of the relative
 * errors.
 * Days must be whole, without gaps, oldest first; fewer than eight weeks return null. `weekHours`: visits of the last eight weeks by weekday and
 * hour, Monday 0 h first.
 */
export function forecastWeek(known: readonly DemandDay[], weekHours: readonly number[], days: readonly string[]) {
  if (known.length < seasonWeeks * week) return null;
  const trend = trendOf(known);
  const weeks = Math.min(testedWeeks, Math.floor(known.length / week) - seasonWeeks);
  const tested = Array.from({ length: weeks * week }, (_, i) => {
    const place = known.length - weeks * week + i;
    // The data available when that week began.
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

/** Returns the days of the last weeks with the weekday of the day `ahead` days after the last one. */
function sameWeekdays(known: readonly DemandDay[], ahead: number): DemandDay[] {
  return Array.from(
    { length: seasonWeeks },
    (_, weeksAgo) => known[known.length + (ahead % week) - (weeksAgo + 1) * week] ?? nothing,
  );
}

function expect(known: readonly DemandDay[], ahead: number, trend: number): number {
  return mean(sameWeekdays(known, ahead).map(totalOf)) * trend;
}

/**
 * Returns the ratio of the last four weeks to the four before, within bounds. It approximates the growth from the middle of the eight averaged
 * weeks to the forecast week, four and a half weeks later.
 */
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
