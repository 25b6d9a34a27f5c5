import { z } from 'zod';
import { instant } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const liveBoard = z.strictObject({
  at: instant,
  waitingNow: z.int(),
  inCallNow: z.int(),
  /** Seconds; null when nobody waits. */
  longestWait: z.number().min(0).nullable(),
  doctorsOnDuty: z.int(),
  /** Off duty while patients wait for them, or behind the time of an appointment whose patient is there. */
  doctorsLate: z.int(),
  /** Patients who wait or are in a visit whose doctor is gone, with nobody to take over. */
  stranded: z.int(),
  /** Visits asked for since midnight of the hospital, as the figures count them. */
  visitsToday: z.int(),
  /** Seconds. */
  targetWait: z.number(),
  /** Figures of the past are still being written, so that long ranges lack something: the year of the demo data. */
  pastComing: z.boolean(),
});
export type LiveBoard = z.output<typeof liveBoard>;

export const metricsSchemas = {
  readLiveBoard: {
    summary: 'Get the hospital’s live figures; refetch when the record socket reports a change',
    response: liveBoard,
  },
} satisfies RouteSchemas;
