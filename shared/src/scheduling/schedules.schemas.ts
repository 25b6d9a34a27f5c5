import { z } from 'zod';
import { date, id, instant, localizedText, page, sortedQuery, text, version } from '../core/common.ts';
import { scheduleSorts, scheduleStates } from './schedules.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** In the hospital’s time zone. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' });
const endOfHours = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'time' });

const hours = {
  departmentId: id,
  from: timeOfDay,
  to: endOfHours,
  slotMinutes: z.int().min(5).max(240),
  bufferMinutes: z.int().min(0).max(120),
  capacity: z.int().min(1).max(20),
};
const endsLater = (span: { from: string | null; to: string | null }) =>
  span.from === null || span.to === null || span.from < span.to;
const laterRule = { path: ['to'], error: 'ends-before' };

export const weeklyHours = z
  .strictObject({ ...hours, weekday: z.int().min(1).max(7), validFrom: date, validUntil: date.nullable() })
  .refine(endsLater, laterRule)
  .refine(({ validFrom, validUntil }) => validUntil === null || validFrom <= validUntil, {
    path: ['validUntil'],
    error: 'ends-before',
  });

const dayOff = z
  .strictObject({
    kind: z.literal('day-off'),
    day: date,
    from: timeOfDay.nullable(),
    to: endOfHours.nullable(),
    note: text(200).default(''),
  })
  .refine(endsLater, laterRule)
  .refine(({ from, to }) => (from === null) === (to === null), { path: ['to'], error: 'required' });
const hoursOfDay = <const Kind extends string>(kind: Kind) =>
  z
    .strictObject({ kind: z.literal(kind), day: date, ...hours, note: text(200).default('') })
    .refine(endsLater, laterRule);
export const scheduleException = z.discriminatedUnion('kind', [
  dayOff,
  hoursOfDay('extra-hours'),
  hoursOfDay('changed-hours'),
]);

export const schedule = z.strictObject({
  doctorId: id,
  name: z.string(),
  nameLatin: z.string(),
  /** The doctor’s departments, to which hours can belong. */
  departmentIds: z.array(id),
  /** 0 before the first save. */
  version,
  timeZone: z.string(),
  weekly: z.array(weeklyHours),
  /** From today on, by day. */
  exceptions: z.array(scheduleException),
});
export type DoctorSchedule = z.output<typeof schedule>;

/** A booked appointment without a place in the changed hours. Planners without access to charts see initials. */
export const displaced = z.strictObject({
  appointmentId: id,
  startsAt: instant,
  department: localizedText,
  patient: z.string(),
});

const doctorParams = z.strictObject({ doctorId: id });

/** A doctor whose hours can be planned. */
export const plannedDoctor = z.strictObject({
  doctorId: id,
  name: z.string(),
  nameLatin: z.string(),
  title: localizedText,
  departments: z.array(localizedText),
  /** When hours were last saved; null if never. */
  savedAt: instant.nullable(),
  /** The next bookable time, within two weeks and the licence. */
  nextFreeAt: instant.nullable(),
});
export type PlannedDoctor = z.output<typeof plannedDoctor>;

export const schedulesSchemas = {
  listSchedules: {
    summary: 'List doctors who see patients, with or without hours; `q` searches names and departments',
    query: z.strictObject({ ...sortedQuery(scheduleSorts), hours: z.enum(scheduleStates).optional() }),
    response: page(plannedDoctor),
  },
  readSchedule: {
    summary: 'Get a doctor’s weekly hours and exceptions: your own, or any doctor’s as an administrator',
    params: doctorParams,
    response: schedule,
  },
  saveSchedule: {
    summary: 'Replace hours and future exceptions; needs confirmation if booked appointments would lose their time',
    params: doctorParams,
    body: z.strictObject({
      weekly: z.array(weeklyHours).max(60),
      exceptions: z.array(scheduleException).max(200),
      /**
       * What happens to booked appointments that no longer fit. `ask`: nothing is saved and they are listed; `keep`: they stay; `cancel`: they are
       * cancelled.
       */
      displaced: z.enum(['ask', 'keep', 'cancel']).default('ask'),
    }),
    response: z.strictObject({ saved: z.boolean(), schedule, displaced: z.array(displaced) }),
  },
} satisfies RouteSchemas;
