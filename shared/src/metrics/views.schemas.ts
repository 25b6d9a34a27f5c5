import { z } from 'zod';
import { callBuckets } from './call-bucket.ts';
import { antibioticClasses, countedChecks, medicineClasses } from './measures.ts';
import { rejectionReasons } from '../prescribing/prescription.ts';
import { date, id } from '../core/common.ts';
import { figureCell, figureSpan } from './figures.schemas.ts';
import { funnelSteps } from './views.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** Days in the hospital’s time zone, both inclusive; for the hospital or one department, never a doctor. */
const range = z.strictObject({ from: date, to: date, departmentId: id.optional() });

export const funnel = z.strictObject({
  ...figureSpan,
  /** Of the visits requested in the range: how many have reached each step so far. */
  steps: z.array(
    z.strictObject({
      step: z.enum(funnelSteps),
      count: figureCell,
      /** Share of all requested visits; share of those at the step before. */
      ofAll: figureCell,
      ofStepBefore: figureCell,
      before: figureCell,
    }),
  ),
});
export type Funnel = z.output<typeof funnel>;

export const heatMap = z.strictObject({
  ...figureSpan,
  /** ISO weekday (1 for Monday) by hour in the hospital’s time zone; 168 cells, Monday 0 h first. */
  cells: z.array(
    z.strictObject({
      weekday: z.int().min(1).max(7),
      hour: z.int().min(0).max(23),
      /** Visits requested, in total over the range. */
      visits: figureCell,
      /** The average for one such weekday. */
      perDay: figureCell,
      waitMedian: figureCell,
    }),
  ),
});
export type HeatMap = z.output<typeof heatMap>;

export const forecast = z.strictObject({
  timeZone: z.string(),
  /** Null with fewer than eight whole weeks of data. */
  forecast: z
    .strictObject({
      /** The next seven days, without today. */
      days: z.array(
        z.strictObject({
          day: date,
          expected: z.number().min(0),
          /** In the back test, demand was between these on four of five days. */
          low: z.number().min(0),
          high: z.number().min(0),
          /** Expected visits for each of the day’s 24 hours. */
          hours: z.array(z.number().min(0)).length(24),
        }),
      ),
      /** Ratio of the demand of the last four weeks to that of the four before; continued for one week. */
      trend: z.number(),
      /** Measured by forecasting past weeks from earlier data. */
      backTest: z.strictObject({
        weeks: z.int(),
        days: z.int(),
        /** Mean error of a day in visits; and as a share of all visits. */
        meanError: z.number(),
        shareError: z.number().nullable(),
        /** Positive when too many were expected. */
        bias: z.number(),
        /** Share of back-tested days between low and high. */
        coverage: z.number(),
      }),
    })
    .nullable(),
  /**
   * The booked visits expected today and on the next seven days against the doctors’ hours; empty with fewer than eight weeks of booked visits, and where no
   * hours are planned. Walk-ins need no place and do not count.
   */
  staffing: z.array(
    z.strictObject({
      day: date,
      /** Booked visits. */
      expected: z.number().min(0),
      /** Patients that the hours have room for. */
      places: z.int().min(0),
      /** Doctors with hours on that day. */
      doctors: z.int().min(0),
      /** Doctors that are missing for the expected booked visits. */
      doctorsShort: z.int().min(0),
    }),
  ),
  weeksKnown: z.int(),
});
export type Forecast = z.output<typeof forecast>;

export const safetyFigures = z.strictObject({
  ...figureSpan,
  /** Prescriptions with an alert of a check at the signature, and those signed with a reason. */
  checks: z.array(z.strictObject({ check: z.enum(countedChecks), alerts: figureCell, overrideShare: figureCell })),
  /** Share of all rejections. */
  rejections: z.array(z.strictObject({ reason: z.enum(rejectionReasons), count: figureCell, share: figureCell })),
  /** By ATC’s first level: lines, and the share that is open to a generic. Never by product. */
  classes: z.array(z.strictObject({ atc: z.enum(medicineClasses), lines: figureCell, openToGeneric: figureCell })),
  /** By ATC’s third level within J01. */
  antibiotics: z.array(
    z.strictObject({ atc: z.enum(antibioticClasses.map((letter) => `J01${letter}` as const)), lines: figureCell }),
  ),
  antibioticShare: figureCell,
});
export type SafetyFigures = z.output<typeof safetyFigures>;

export const callOutcomes = z.strictObject({
  ...figureSpan,
  /** Outcomes of visits with a call, by call quality. */
  buckets: z.array(
    z.strictObject({
      bucket: z.enum(callBuckets),
      calls: figureCell,
      completed: figureCell,
      referred: figureCell,
      /** Mean points for the care, and the number of ratings. */
      rating: figureCell,
      prescribed: figureCell,
      approved: figureCell,
    }),
  ),
});
export type CallOutcomes = z.output<typeof callOutcomes>;

export const viewsSchemas = {
  readFunnel: {
    summary: 'Get the funnel from visit request to dispensed prescription over a range',
    query: range,
    response: funnel,
  },
  readHeatMap: {
    summary: 'Get demand and waiting time by weekday and hour in the hospital’s time zone',
    query: range,
    response: heatMap,
  },
  readForecast: {
    summary:
      'Forecast demand for the next seven days by weekday and hour, with its past error, against the doctors’ hours',
    query: z.strictObject({ departmentId: id.optional() }),
    response: forecast,
  },
  readSafetyFigures: {
    summary: 'Get overridden alerts by check, rejections by reason, and antibiotics and generics by class',
    query: range,
    response: safetyFigures,
  },
  readCallOutcomes: {
    summary: 'Get call quality against completion, rating and prescriptions of the same visits',
    query: range,
    response: callOutcomes,
  },
} satisfies RouteSchemas;
