import { z } from 'zod';
import { visitPriorities, visitStatuses } from './visit.ts';
import { redFlagIds } from '../intake/danger-signs/red-flag-rules.ts';
import { sexes } from '../core/patient.ts';
import { cursorQuery, date, id, instant, locale, localizedText, page, text, version } from '../core/common.ts';
import { givenForm } from '../intake/intake-draft.schemas.ts';
import { dangerAnswer, dismissedFlags } from '../intake/danger-page/danger-answer.schemas.ts';
import { visitTransfer } from './transfers.schemas.ts';
import { triageDecision } from './triage.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

export const intake = z.strictObject({
  complaint: text(2000, 1),
  duration: z.enum(['today', 'days', 'weeks', 'months', 'longer']),
  /** Whether a doctor has diagnosed this condition before, which a follow-up prescription needs in some jurisdictions. */
  priorDiagnosis: z.enum(['yes', 'no', 'unsure']),
  priorDiagnosisDetail: text(500).default(''),
  /** The patient looked at the list of allergies and medicines on record and said that it is complete. */
  allergiesConfirmed: z.boolean(),
  medicinesConfirmed: z.boolean(),
});

/** What was answered before the visit, as it stands in it for good. */
const givenIntake = intake.extend({
  /** Answers to the questions about the complaint; missing where none were answered. */
  form: givenForm.optional(),
  /** Pictures of an earlier diagnosis; missing without any. */
  evidence: z.array(id).optional(),
});
export type Intake = z.output<typeof givenIntake>;

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });

export const visit = z.strictObject({
  id,
  status: z.enum(visitStatuses),
  version,
  kind: z.enum(['walk-in', 'booked']),
  priority: z.enum(visitPriorities),
  complaint: z.string(),
  intake: givenIntake.nullable(),
  department: z.strictObject({ id, name: localizedText }),
  doctor: person.extend({ title: localizedText }),
  patient: person.extend({ sex: z.enum(sexes), age: z.int() }),
  createdAt: instant,
  /** The time of the appointment; null for a walk-in. */
  bookedFor: instant.nullable(),
  checkedInAt: instant.nullable(),
  admittedAt: instant.nullable(),
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  /** Danger signs that the patient’s words named, and when they said that it is no emergency. */
  redFlags: z.array(z.strictObject({ id: z.enum(redFlagIds), at: instant })),
  /** What was answered on the page of danger signs; null before check-in, and for visits older than the page. */
  dangerAnswer: dangerAnswer.nullable(),
  /** The after-visit summary for the patient, once the doctor has completed the visit. */
  summary: z.string().nullable(),
  /** When the doctor would like to see the patient again: first and last day, by the hospital’s calendar. */
  followUp: z.strictObject({ from: date, until: date }).nullable(),
});
export type Visit = z.output<typeof visit>;

/** Whether somebody who waits is there. */
export const attendance = z.strictObject({
  /** What they said themselves. */
  away: z.strictObject({ since: instant, until: instant }).nullable(),
  /** None of their pages is connected since then; null while one is. */
  unseenSince: instant.nullable(),
  /** Their turn came while they were not there; until when the place is kept. */
  called: z.strictObject({ at: instant, keptUntil: instant }).nullable(),
});
export type Attendance = z.output<typeof attendance>;

export const waiting = z.strictObject({
  visitId: id,
  status: z.enum(visitStatuses),
  /** 1 = next. Null when not waiting any more. */
  position: z.int().min(1).nullable(),
  /** Of those before, how many are not there; the estimate goes by those who are. */
  absentBefore: z.int().min(0),
  /** Minutes, from the department's recent consultation time; null when there is nothing to estimate from. */
  estimateMinutes: z.int().min(0).nullable(),
  /** Three of four such estimates were right within so many minutes; null when too few are known. */
  estimateWithinMinutes: z.int().min(0).nullable(),
  doctorOnDuty: z.boolean(),
  /** The doctor treats nobody here any more: whoever of the department comes on duty takes over. */
  doctorLeft: z.boolean(),
  /** Since when the doctor is off duty; null for one on duty, and where it is not known. */
  doctorOffSince: instant.nullable(),
  doctorInCall: z.boolean(),
  /** None of the doctor’s pages is connected since then; null while one is. */
  doctorUnseenSince: instant.nullable(),
  bookedFor: instant.nullable(),
  checkedInAt: instant.nullable(),
  attendance,
  /** How long one may step away. */
  stepAwayMinutes: z.int().min(1),
  /** When the doctor expects to be back from a pause; null without one. The estimate counts it. */
  doctorPausedUntil: instant.nullable(),
  /** The colleague who handed the patient over to this doctor; null where nobody did. */
  handedOverBy: person.nullable(),
});
export type Waiting = z.output<typeof waiting>;

const visitParams = z.strictObject({ visitId: id });

export const queueEntry = z.strictObject({
  visit,
  waitedSeconds: z.int().min(0),
  patientOnline: z.boolean(),
  attendance,
  /** The last decision on how urgent it is; null where nobody made one. */
  triage: triageDecision.nullable(),
  /** The last time that the visit was handed over; null where it never was. */
  transfer: visitTransfer.nullable(),
});
export type QueueEntry = z.output<typeof queueEntry>;

export const visitsSchemas = {
  createVisit: {
    summary:
      'Request a walk-in visit with a doctor on duty, or with the next free doctor; a patient has at most one open visit',
    body: z.strictObject({ departmentId: id, doctorId: id.optional(), complaint: text(2000, 1), dismissedFlags }),
    response: visit,
  },
  listVisits: {
    summary: 'List your visits (as patient or doctor), newest first',
    query: z.strictObject({
      ...cursorQuery,
      status: z.enum(visitStatuses).optional(),
      open: z.enum(['true', 'false']).optional(),
    }),
    response: page(visit),
  },
  readVisit: {
    summary: 'Get a visit',
    params: visitParams,
    response: visit,
  },
  checkIn: {
    summary: 'Check in to the waiting room; records consent, intake and device check',
    params: visitParams,
    body: z.strictObject({
      consent: z.strictObject({ version: z.string().max(40), locale }),
      intake,
      /** The version of the draft whose answers and pictures become part of the visit; 0 where there is none. */
      draftVersion: version.default(0),
      deviceCheck: z.enum(['passed', 'skipped']),
      dismissedFlags,
      /** Said by who acts for a child under six: that they are beside it. Without it such a child is not checked in. */
      guardianPresent: z.boolean().default(false),
    }),
    response: visit,
  },
  readWaiting: {
    summary: 'Get position and estimated wait in the waiting room; refetch when the record socket reports a change',
    params: visitParams,
    response: waiting,
  },
  leaveVisit: {
    summary: 'Leave the waiting room',
    params: visitParams,
    response: visit,
  },
  cancelVisit: {
    summary: 'Cancel before check-in',
    params: visitParams,
    response: visit,
  },
  admitVisit: {
    summary: 'Admit the patient from the waiting room',
    params: visitParams,
    response: visit,
  },
  completeVisit: {
    summary: 'Complete the visit; requires a signed note and a primary diagnosis',
    params: visitParams,
    body: z.strictObject({
      summary: text(4000).default(''),
      /** Days from today on between which the patient is asked to come again. */
      followUp: z
        .strictObject({ fromDays: z.int().min(1).max(365), untilDays: z.int().min(1).max(365) })
        .refine(({ fromDays, untilDays }) => fromDays <= untilDays, { error: 'order', path: ['untilDays'] })
        .nullable()
        .default(null),
    }),
    response: visit,
  },
  referOffline: {
    summary: 'End the visit as unsuitable for remote care',
    params: visitParams,
    body: z.strictObject({ reason: text(1000, 1) }),
    response: visit,
  },
  readQueue: {
    summary: 'List your queue: patients in a visit and waiting, by priority and check-in time',
    response: z.strictObject({ inProgress: z.array(queueEntry), waiting: z.array(queueEntry) }),
  },
} satisfies RouteSchemas;
