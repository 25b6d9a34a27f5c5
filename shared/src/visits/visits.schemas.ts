import { z } from 'zod';
import { visitPriorities, visitStatuses } from './visit.ts';
import { sexes } from '../core/patient.ts';
import { cursorQuery, date, id, instant, locale, localizedText, page, text, version } from '../core/common.ts';
import { givenForm } from '../intake/intake-draft.schemas.ts';
import { priorEvidence } from '../intake/prior-evidence.schemas.ts';
import { dangerAnswer, declaredFlags, dismissedFlags } from '../intake/danger-page/danger-answer.schemas.ts';
import { visitTransfer } from './transfers.schemas.ts';
import { triageDecision } from './triage.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

export const intake = z.strictObject({
  complaint: text(2000, 1),
  duration: z.enum(['today', 'days', 'weeks', 'months', 'longer']),
  /** Whether a doctor has diagnosed this condition before, which a follow-up prescription requires in some jurisdictions. */
  priorDiagnosis: z.enum(['yes', 'no', 'unsure']),
  priorDiagnosisDetail: text(500).default(''),
  /** Where it was diagnosed, which a follow-up prescription requires in some jurisdictions; its pages are among the pictures. */
  priorEvidence: priorEvidence.optional(),
  /** The patient confirmed that the allergies and medicines on record are complete. */
  allergiesConfirmed: z.boolean(),
  medicinesConfirmed: z.boolean(),
});

/** The intake answers as stored permanently in the visit. */
const givenIntake = intake.extend({
  /** Answers to the questions about the complaint; absent without any. */
  form: givenForm.optional(),
  /** Pictures of an earlier diagnosis; absent without any. */
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
  /** Danger signs in the patient’s own text and ticks, and when they declared them to be no emergency. */
  redFlags: declaredFlags,
  /** The answers on the page of danger signs; null before check-in, and for visits older than the page. */
  dangerAnswer: dangerAnswer.nullable(),
  /** The after-visit summary for the patient, once the doctor has completed the visit. */
  summary: z.string().nullable(),
  /** When the doctor wants to see the patient again: first and last day, in the hospital’s time zone. */
  followUp: z.strictObject({ from: date, until: date }).nullable(),
});
export type Visit = z.output<typeof visit>;

/** Whether a waiting patient is present. */
export const attendance = z.strictObject({
  /** The patient stepped away. */
  away: z.strictObject({ since: instant, until: instant }).nullable(),
  /** Since when no page of the patient is connected; null while one is. */
  unseenSince: instant.nullable(),
  /** Their turn came while they were absent; until when the queue position is kept. */
  called: z.strictObject({ at: instant, keptUntil: instant }).nullable(),
});
export type Attendance = z.output<typeof attendance>;

export const waiting = z.strictObject({
  visitId: id,
  status: z.enum(visitStatuses),
  /** 1 = next. Null when no longer waiting. */
  position: z.int().min(1).nullable(),
  /** How many patients before are absent; the estimate counts the others. */
  absentBefore: z.int().min(0),
  /** Minutes, from the department's recent consultation times; null without data. */
  estimateMinutes: z.int().min(0).nullable(),
  /** Three of four such estimates were right within this many minutes; null without enough data. */
  estimateWithinMinutes: z.int().min(0).nullable(),
  doctorOnDuty: z.boolean(),
  /** The doctor no longer treats patients here: the next doctor of the department who goes on duty takes over. */
  doctorLeft: z.boolean(),
  /** Since when the doctor is off duty; null while on duty, or if unknown. */
  doctorOffSince: instant.nullable(),
  doctorInCall: z.boolean(),
  /** Since when no page of the doctor is connected; null while one is. */
  doctorUnseenSince: instant.nullable(),
  bookedFor: instant.nullable(),
  checkedInAt: instant.nullable(),
  attendance,
  /** How long the patient may step away. */
  stepAwayMinutes: z.int().min(1),
  /** When the doctor expects to return from a pause; null without one. The estimate includes it. */
  doctorPausedUntil: instant.nullable(),
  /** The colleague who handed the patient over to this doctor; null for none. */
  handedOverBy: person.nullable(),
});
export type Waiting = z.output<typeof waiting>;

const visitParams = z.strictObject({ visitId: id });

/** What a doctor should know of a waiting patient before admission. */
const queuePatient = z.strictObject({
  /** As stated, with the recognised names in both languages; severe ones first. */
  allergies: z.array(z.strictObject({ substance: z.string(), names: z.array(localizedText), severe: z.boolean() })),
  /** The patient has stated that there are none. */
  noKnownAllergies: z.boolean(),
  /** The patient’s last visit in this hospital; null for a new patient. */
  lastVisit: z.strictObject({ at: instant, department: localizedText, doctor: person }).nullable(),
});
export type QueuePatient = z.output<typeof queuePatient>;

export const queueEntry = z.strictObject({
  visit,
  patient: queuePatient,
  waitedSeconds: z.int().min(0),
  /** Usual minutes of a visit in this department, else those of the appointment; null if neither is known. */
  expectedMinutes: z.int().min(1).nullable(),
  patientOnline: z.boolean(),
  attendance,
  /** The last priority decision; null for none. */
  triage: triageDecision.nullable(),
  /** The last handover of the visit; null for none. */
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
      /** The version of the draft whose answers and pictures become part of the visit; 0 without one. */
      draftVersion: version.default(0),
      deviceCheck: z.enum(['passed', 'skipped']),
      dismissedFlags,
      /** The guardian of a child under six declares to be present. Check-in of such a child requires it. */
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
      /** Days from today between which the patient should return. */
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
