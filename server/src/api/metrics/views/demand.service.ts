import type { Forecast, HeatMap, readForecast, readHeatMap } from '@yunzhen/shared/metrics/views.contract';
import type { QueryOf } from '@yunzhen/shared/core/route';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { Tally, TallyFilter } from '../counting/tally.ts';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { totalId, grainCodes } from '../counting/rollup-cells.ts';
import type { MetricsQuery } from './metrics-queries.ts';
import { daysOf, instantsOf, requireRange, type DayRange } from './figure-range.ts';
import { countValue, figureValue, wantedFor } from './figure-value.ts';
import { merged } from './figures.service.ts';
import { cellOf, foldsEach, foldsInTable, foldsTogether, type Fold } from './folding.policy.ts';
import { forecastWeek, seasonWeeks, type DemandDay } from './forecast.ts';
import { plannedDays } from '../../scheduling/index.ts';
import { staffingOf } from './staffing.ts';
import { withEmptyGroups } from './drill-levels.ts';
import type { RollupRow, Scope } from './rollup-reader.repository.ts';
import type { MetricsPart } from '../metrics-part.ts';

/** Days that the forecast uses: eight weeks to learn from, and eight more to measure its error. */
const daysKnown = 16 * 7;
const demand = 'visits.created';
const demandOnly = new TallyFilter([demand]);
/** Patients who come without an appointment need no bookable place. */
const bookedDemand = 'visits.booked';
const demandAndWait = wantedFor(['visits', 'wait-median']);

/** Demand by hour: past and forecast. */
export class DemandService extends Service<MetricsPart<'queries' | 'reader' | 'clock'>> {
  heatMap(context: HospitalContext, query: QueryOf<typeof readHeatMap>): Promise<HeatMap> {
    // Hours over more than a year are many rows without more information.
    requireRange(query, 'week');
    return this.deps.queries.run(context, { name: 'heat-map' }, query, async (tx, metricsQuery) => ({
      ...metricsQuery.span,
      cells: await metricsQuery.cached(query, () => this.#heatCells(tx, metricsQuery, query)),
    }));
  }

  async #heatCells(
    tx: Tx,
    metricsQuery: MetricsQuery,
    { departmentId }: QueryOf<typeof readHeatMap>,
  ): Promise<HeatMap['cells']> {
    const scope: Scope = { of: departmentId ? 'departments' : 'hospital' };
    const [rows = []] = await this.deps.reader.read(tx, scope, [
      { segments: [hoursOf(metricsQuery.range, metricsQuery.timeZone)], by: { weekHourIn: metricsQuery.timeZone } },
    ]);
    const own = departmentId ?? totalId;
    const maps = withEmptyGroups(
      new Map(
        [...Map.groupBy(rows, (row) => row.departmentId)].map(
          // Of other departments only the counts are needed, to decide what to hide of this one.
          ([id, some]) => [id, placesOf(some, id === own ? demandAndWait : demandOnly)] as const,
        ),
      ),
      await this.deps.reader.idsOf(tx, scope),
      () => placesOf([], demandOnly),
    );
    const chosen = maps.get(own) ?? placesOf([], demandAndWait);
    const folds = departmentId ? foldsOfMap(maps, departmentId) : [];
    const weekdays = weekdaysIn(metricsQuery.range);
    return chosen.map((tally, place) => {
      const visits = tally.of(demand);
      const days = weekdays[Math.floor(place / 24)] ?? 0;
      const wait = figureValue('wait-median', tally, metricsQuery.targets);
      const fold = folds[place] ?? 'none';
      const few = departmentId ? (foldsEach([wait])[0] ?? 'none') : 'none';
      const waitMedian = cellOf(wait, fold === 'none' ? few : fold);
      return {
        weekday: Math.floor(place / 24) + 1,
        hour: place % 24,
        visits: cellOf(countValue(visits), fold),
        perDay: cellOf({ value: days > 0 ? visits / days : null, of: visits, part: null }, fold),
        // Summed over departments, the number of waits would reveal those of a hidden one.
        waitMedian: departmentId ? { ...waitMedian, of: null } : waitMedian,
      };
    });
  }

  forecast(context: HospitalContext, { departmentId }: QueryOf<typeof readForecast>): Promise<Forecast> {
    const today = this.deps.clock.now().toISOString().slice(0, 10);
    const view = { name: 'forecast', reads: learnedFrom };
    return this.deps.queries.run(context, view, { from: today, to: today, departmentId }, async (tx, metricsQuery) => {
      const day = dayIn(metricsQuery.timeZone, tx.now);
      const { forecast, booked, ...known } = await metricsQuery.cached({ departmentId, day }, () =>
        this.#forecastFrom(tx, metricsQuery, { departmentId, day }),
      );
      if (!forecast) return { ...known, forecast, staffing: [] };
      const shown = { ...known, forecast: { ...forecast, days: forecast.days.slice(1) } };
      if (!booked) return { ...shown, staffing: [] };
      // Hours change without an event that the cache knows.
      const all = booked.map((one) => one.day);
      const planned = await plannedDays(tx, all, { timeZone: metricsQuery.timeZone, departmentId });
      return { ...shown, staffing: staffingOf(booked, planned) };
    });
  }

  async #forecastFrom(
    tx: Tx,
    { timeZone }: MetricsQuery,
    { departmentId, day }: { departmentId: string | undefined; day: string },
  ): Promise<Omit<Forecast, 'staffing'> & { booked: readonly { day: string; expected: number }[] | null }> {
    const range = learnedFrom(day);
    const scope: Scope = departmentId ? { of: 'department', departmentId } : { of: 'hospital' };
    const season = { from: shiftDay(day, -7 * seasonWeeks), to: range.to };
    const [rows = [], hours = []] = await this.deps.reader.read(tx, scope, [
      { segments: daysOf(range), by: 'start' },
      { segments: [hoursOf(season, timeZone)], by: { weekHourIn: timeZone } },
    ]);
    const known = demandOf(rows, range, demand);
    const weekHours = placesOf(hours, demandOnly).map((tally) => tally.of(demand));
    const days = Array.from({ length: 7 }, (_, i) => shiftDay(day, i + 1));
    // The last whole day is yesterday, so today is the first forecast day; the page shows the seven after it.
    const forecast = forecastWeek(known, weekHours, [day, ...days]);
    const booked = forecastWeek(demandOf(rows, range, bookedDemand), [], [day, ...days]);
    return {
      timeZone,
      forecast,
      booked: booked && booked.days.map((one) => ({ day: one.day, expected: one.expected })),
      weeksKnown: Math.floor(known.length / 7),
    };
  }
}

/** Returns the days before today that a forecast uses. */
const learnedFrom = (today: string): DayRange => ({ from: shiftDay(today, -daysKnown), to: shiftDay(today, -1) });

/** Merges hourly rows by weekday and hour into 168 tallies. */
function placesOf(rows: readonly RollupRow[], wanted: TallyFilter): Tally[] {
  const byPlace = Map.groupBy(rows, ({ weekHour }) => weekHour);
  return Array.from({ length: 168 }, (_, place) => merged(byPlace.get(place) ?? [], wanted));
}

/** Computes what to hide of one department’s map from those of all departments. */
function foldsOfMap(maps: ReadonlyMap<string, readonly Tally[]>, departmentId: string): readonly Fold[] {
  const visits = (tally: Tally) => countValue(tally.of(demand));
  const all = [...maps.values()].map((places) => places.map(visits));
  const totals = foldsTogether(all.map((places) => countValue(places.reduce((sum, { of }) => sum + of, 0))));
  return foldsInTable(all, { totals })[[...maps.keys()].indexOf(departmentId)] ?? [];
}

const hoursOf = (range: DayRange, timeZone: string) => ({ grain: grainCodes.hour, ...instantsOf(range, timeZone) });

/** Returns the number of each weekday in a range, Monday first. */
function weekdaysIn({ from, to }: DayRange): number[] {
  const counts = Array<number>(7).fill(0);
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    const place = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Returns every day of a range, from the first one with any demand of the kind. */
function demandOf(
  rows: readonly RollupRow[],
  range: DayRange,
  counter: typeof demand | typeof bookedDemand,
): DemandDay[] {
  const only = new TallyFilter([counter]);
  const days = new Map(
    rows.map(({ starts, tally }) => [
      starts.toISOString().slice(0, 10),
      new Tally().mergeEncoded(tally, only).of(counter),
    ]),
  );
  const known: DemandDay[] = [];
  for (let day = range.from; day <= range.to; day = shiftDay(day, 1)) {
    const visits = days.get(day);
    if (visits || known.length > 0) known.push({ day, visits: visits ?? 0 });
  }
  return known;
}
