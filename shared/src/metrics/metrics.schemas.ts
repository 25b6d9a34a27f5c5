import { z } from 'zod';
import { id, instant, localizedText } from '../core/common.ts';
import { visitPriorities } from '../visits/visit.ts';
import { goalFigures } from './goals.ts';
import type { RouteSchemas } from '../core/route.ts';

export const liveBoard = z.strictObject({
  at: instant,
  waitingNow: z.int(),
  inCallNow: z.int(),
  /** Seconds; null when no patient waits. */
  longestWait: z.number().min(0).nullable(),
  doctorsOnDuty: z.int(),
  /** Off duty while patients wait for them, or late for an appointment whose patient has checked in. */
  doctorsLate: z.int(),
  /** Patients who wait or are in a visit whose doctor is gone, without another doctor. */
  stranded: z.int(),
  /** Departments with waiting patients, longest wait first. */
  queues: z.array(
    z.strictObject({
      departmentId: id,
      name: localizedText,
      waiting: z.int(),
      /** Seconds. */
      longestWait: z.number().min(0),
    }),
  ),
  /** Prescriptions that wait for a pharmacist. `overdue`: longer than the hospital’s review target. Seconds; null without one. */
  reviews: z.strictObject({ waiting: z.int(), overdue: z.int(), longestWait: z.number().min(0).nullable() }),
  /** The doctors of `doctorsLate`, longest first. */
  lateDoctors: z.array(z.strictObject({ name: z.string(), nameLatin: z.string(), seconds: z.number().min(0) })),
  /** Visits requested since the hospital’s midnight, as the figures count them. */
  visitsToday: z.int(),
  /** Seconds. */
  targetWait: z.number(),
  /** What the hospital wants to reach, from 0 to 1. */
  goals: z.record(z.enum(goalFigures), z.number().min(0).max(1)),
  /** From when a wait, a department’s queue and the pharmacists’ queue need attention. */
  thresholds: z.strictObject({ waitSeconds: z.number(), waitingPatients: z.int(), overdueReviews: z.int() }),
  /** Past figures (the year of the demo data) are still being written, so long ranges are incomplete. */
  pastComing: z.boolean(),
});
export type LiveBoard = z.output<typeof liveBoard>;

/** What happens in one department now. It names no patient. */
export const departmentBoard = z.strictObject({
  at: instant,
  /** By priority and time, as each doctor’s queue is; at most 100. */
  waiting: z.array(
    z.strictObject({
      checkedInAt: instant,
      /** The appointment; null for a patient who came without one. */
      bookedFor: instant.nullable(),
      priority: z.enum(visitPriorities),
      doctor: z.strictObject({ name: z.string(), nameLatin: z.string() }).nullable(),
    }),
  ),
  inCallNow: z.int(),
  /** The department’s doctors who are on duty or have patients waiting. */
  doctors: z.array(
    z.strictObject({ id, name: z.string(), nameLatin: z.string(), onDuty: z.boolean(), waiting: z.int() }),
  ),
  targetWait: liveBoard.shape.targetWait,
  goals: liveBoard.shape.goals,
  thresholds: liveBoard.shape.thresholds,
  pastComing: liveBoard.shape.pastComing,
});
export type DepartmentBoard = z.output<typeof departmentBoard>;

export const metricsSchemas = {
  listOwnDepartments: {
    summary: 'List the departments whose figures you may see, by name: your own as their head, otherwise all',
    response: z.strictObject({ items: z.array(z.strictObject({ id, name: localizedText })) }),
  },
  readDepartmentBoard: {
    summary:
      'Get who waits in a department and which doctors are there; refetch when the record socket reports a change',
    params: z.strictObject({ departmentId: id }),
    response: departmentBoard,
  },
  readLiveBoard: {
    summary: 'Get the hospital’s live figures; refetch when the record socket reports a change',
    response: liveBoard,
  },
} satisfies RouteSchemas;
