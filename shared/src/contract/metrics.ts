import { z } from 'zod';
import { date, instant } from './common.ts';
import { defineRoute } from './route.ts';

/** Seconds; null when nothing was measured. */
const seconds = z.number().min(0).nullable();
/** 0 to 1; null when the denominator is zero. */
const share = z.number().min(0).max(1).nullable();

export const dayFigures = z.strictObject({
  /** Day of the hospital’s calendar. */
  day: date,
  visits: z.int(),
  completed: z.int(),
  left: z.int(),
  referredOffline: z.int(),
  waitMedian: seconds,
  waitP90: seconds,
  prescriptions: z.int(),
  reviewed: z.int(),
  rejected: z.int(),
});
export type DayFigures = z.output<typeof dayFigures>;

/**
 * How the calls of visits did that ended within the last seven days of the hospital’s calendar, today included: all
 * participants of a visit together, the median over visits. One day has too few to say much.
 */
export const callFigures = z.strictObject({
  calls: z.int(),
  /** Share of calls in which somebody’s line was lost, whether or not it came back. */
  dropShare: share,
  /** From the loss until sound was heard again; calls without a loss don’t count. */
  recoveryMedian: seconds,
  /** Estimated mean opinion score of the sound, 1.00 to 4.50. */
  mosMedian: z.number().min(1).max(4.5).nullable(),
  firstPictureMedian: seconds,
  /** Share of the measured time in which the line carried sound alone. */
  audioOnlyShare: share,
});
export type CallFigures = z.output<typeof callFigures>;

export const liveBoard = z.strictObject({
  at: instant,
  today: dayFigures,
  /** The same day of the week before, up to the same time of day, to compare with. */
  before: dayFigures,
  rejectionRate: share,
  waitingNow: z.int(),
  inCallNow: z.int(),
  longestWait: seconds,
  doctorsOnDuty: z.int(),
  /** Off duty while patients wait for them, or behind the time of an appointment whose patient is there. */
  doctorsLate: z.int(),
  /** Share of today’s admissions within the hospital’s target wait. */
  withinTarget: share,
  targetWait: z.number(),
  calls: callFigures,
  /** Figures of the past are still being written, so that long ranges lack something: the year of the demo data. */
  pastComing: z.boolean(),
});
export type LiveBoard = z.output<typeof liveBoard>;

export const readLiveBoard = defineRoute({
  name: 'readLiveBoard',
  method: 'GET',
  path: '/api/metrics/board',
  summary: 'Today so far and right now; asked again when the record socket says that a figure moved',
  permission: 'metrics.read',
  response: liveBoard,
});

export const readDailyFigures = defineRoute({
  name: 'readDailyFigures',
  method: 'GET',
  path: '/api/metrics/daily',
  summary: 'Figures day by day of the hospital’s calendar, oldest first, days without visits included',
  permission: 'metrics.read',
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  response: z.strictObject({ items: z.array(dayFigures) }),
});
