import { z } from 'zod';
import { figureAreas, figureLevels } from './figure.ts';
import { figureIds } from './figures.ts';
import { date, fileBytes, id, instant, locale, localizedText } from '../core/common.ts';
import { grains } from './figures.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** One value. `of` is the size of its base: the whole of a share, the values of a percentile, the count itself. */
export const figureCell = z.strictObject({
  /** Null without data, or when hidden. */
  value: z.number().nullable(),
  of: z.int().min(0).nullable(),
  /** Based on one to four, or on a part that another answer would reveal: hidden. */
  folded: z.boolean(),
});
export type FigureCell = z.output<typeof figureCell>;

const figureList = z
  .string()
  .max(1000)
  .transform((list) => [...new Set(list.split(','))])
  .pipe(z.array(z.enum(figureIds)).min(1).max(figureIds.length));

/** Days in the hospital’s time zone, both inclusive; at most three years. */
const range = { from: date, to: date };
export const figureSpan = {
  ...range,
  /** The period to compare with: as many days before, or as many whole months when the range is whole months. */
  beforeFrom: date,
  beforeTo: date,
  timeZone: z.string(),
  /** Events committed up to about this time are counted; `waiting` is the number of uncounted ones. */
  asOf: instant,
  waiting: z.int().min(0),
};

export const figureSeries = z.strictObject({
  ...figureSpan,
  grain: z.enum(grains),
  /** Starts: an instant for hours; a day in the hospital’s time zone for days, weeks (Monday) and months. */
  periods: z.array(z.string()),
  series: z.array(
    z.strictObject({
      figure: z.enum(figureIds),
      total: figureCell,
      before: figureCell,
      values: z.array(figureCell),
    }),
  ),
});
export type FigureSeries = z.output<typeof figureSeries>;

const seriesQuery = z.strictObject({
  figures: figureList,
  ...range,
  /** The scope: the hospital; a department; or a doctor, over all departments unless one is given. */
  departmentId: id.optional(),
  practitionerId: id.optional(),
  grain: z.enum(grains).default('day'),
});

/** One department or doctor. Cells are in the order of the requested figures. */
export const breakdownRow = z.strictObject({
  id,
  name: localizedText,
  cells: z.array(figureCell),
  before: z.array(figureCell),
});
export type BreakdownRow = z.output<typeof breakdownRow>;

export const figureBreakdown = z.strictObject({
  ...figureSpan,
  figures: z.array(z.enum(figureIds)),
  /** The total of the hospital, or of the department whose doctors are listed. */
  total: z.strictObject({ cells: z.array(figureCell), before: z.array(figureCell) }),
  items: z.array(breakdownRow),
  /** The titles of the department’s doctors, to choose a group; empty for departments. */
  titles: z.array(localizedText),
  next: z.string().nullable(),
});
export type FigureBreakdown = z.output<typeof figureBreakdown>;

const breakdownQuery = z.strictObject({
  figures: figureList,
  ...range,
  by: z.enum(['department', 'practitioner']),
  /** Doctors of this department only. */
  departmentId: id.optional(),
  search: z.string().max(80).default(''),
  /** Doctors with this title in one of its languages only. Like a search it changes no value: a total of the group would reveal hidden counts. */
  title: z.string().max(80).default(''),
  /** `name`, or one of the requested figures; hidden ones come last. Doctors cannot be sorted by figures about prescribing. */
  sort: z.enum(['name', ...figureIds]).default('name'),
  order: z.enum(['up', 'down']).default('up'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

export const figureText = z.strictObject({
  id: z.enum(figureIds),
  area: z.enum(figureAreas),
  unit: z.string(),
  kind: z.enum(['count', 'share', 'share-within', 'percentile', 'mean']),
  better: z.enum(['more', 'less', 'neither']),
  levels: z.array(z.enum(figureLevels)),
  numerator: z.array(z.string()),
  denominator: z.array(z.string()),
  title: localizedText,
  definition: localizedText,
});

export const figuresSchemas = {
  readFigures: {
    summary: 'Get figures over a range by hour, day, week or month, in total, and for the previous period',
    query: seriesQuery,
    response: figureSeries,
  },
  exportFigures: {
    summary: 'Get the same figures as CSV (UTF-8); small groups are combined',
    query: seriesQuery.extend({ locale: locale.default('en') }),
    response: fileBytes,
  },
  readBreakdown: {
    summary: 'Get figures by department or doctor; groups under five are combined',
    query: breakdownQuery,
    response: figureBreakdown,
  },
  exportBreakdown: {
    summary: 'Get all rows as CSV (UTF-8), without paging; small groups are combined',
    query: breakdownQuery.omit({ limit: true, cursor: true }).extend({ locale: locale.default('en') }),
    response: fileBytes,
  },
  readFigureDefinitions: {
    summary: 'List the definition of each figure',
    response: z.strictObject({
      /** Percentiles are within this share of the exact value. */
      relativeError: z.number(),
      fewestCounted: z.int(),
      items: z.array(figureText),
    }),
  },
} satisfies RouteSchemas;
