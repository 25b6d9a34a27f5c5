import { z } from 'zod';
import { documentPapers, noteForms, stepAwayBounds } from './setting-limits.ts';
import { text, version } from '../core/common.ts';
import { monthlyReportReaders } from './hospital-settings.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const shownText = (longest: number) => z.strictObject({ en: text(longest), zh: text(longest) });

/** Details on the hospital’s public page; empty ones are not shown. */
export const publicDetails = z.strictObject({
  address: shownText(200),
  /** As text, such as "Monday to Friday, 08:00 to 20:00". */
  openingHours: shownText(200),
  /** Of the medical institution (医疗机构执业许可证). */
  licenceNumber: text(60),
  /** Of the website (ICP备案). */
  filingNumber: text(60),
});
export type PublicDetails = z.output<typeof publicDetails>;

/** The settings that a hospital may change. Others are preserved on saving. Durations have the units in their names. */
export const hospitalSettings = z.strictObject({
  /** For when no call is possible; empty for none. */
  phone: text(40),
  publicDetails,
  /** Target time for waits. */
  targetWaitMinutes: z.int().min(1).max(240),
  /** Target time for pharmacists’ reviews. */
  reviewTargetMinutes: z.int().min(1).max(240),
  /** What the figures are judged against, in per cent of cases. */
  goals: z.strictObject({
    /** At least so many patients seen within the target wait. */
    waitPercent: z.number().min(50).max(100),
    /** At most so many calls with a lost connection. */
    droppedCallPercent: z.number().min(0).max(20),
    /** At least so many prescriptions reviewed within the target time. */
    reviewPercent: z.number().min(50).max(100),
  }),
  /** From when the live figures warn. */
  thresholds: z.strictObject({
    waitMinutes: z.int().min(1).max(240),
    /** Patients waiting in one department. */
    waitingPatients: z.int().min(1).max(500),
    /** Prescriptions that wait longer than the review target. */
    overdueReviews: z.int().min(1).max(500),
  }),
  /** How long a second factor allows a session to sign. */
  signingMinutes: z.int().min(1).max(60),
  /** For how many days staff may sign in on a device without the second factor; 0 for never. Sensitive actions always need it. */
  trustDeviceDays: z.int().min(0).max(30),
  /** Calls that the media node cannot read; guests and server-side recordings are then impossible. */
  endToEndEncryptedCalls: z.boolean(),
  /** Days after a visit in which patient and doctor may write to each other. */
  chatDaysAfterVisit: z.int().min(0).max(90),
  /** How long patients may step away from the waiting room, and how long a queue position is kept once it is their turn. */
  stepAwayMinutes: z.int().min(stepAwayBounds[0]).max(stepAwayBounds[1]),
  monthlyReport: z.enum(monthlyReportReaders),
  /** The paper size of prescriptions; already sealed ones do not change. */
  prescriptionPaper: z.enum(documentPapers),
  /** How the sections of notes are named. */
  noteForm: z.enum(noteForms),
  appointments: z.strictObject({
    /** Hours before an appointment until which cancelling or moving does not count as late. */
    freeCancelHours: z.int().min(0).max(168),
    /** How many days ahead patients may book. */
    horizonDays: z.int().min(1).max(180),
    /** Minutes before an appointment from which its patient may check in. */
    checkInMinutes: z.int().min(5).max(240),
    /** Minutes after its start when an appointment counts as missed. */
    graceMinutes: z.int().min(0).max(120),
  }),
});
export type HospitalSettings = z.output<typeof hospitalSettings>;

const versioned = z.strictObject({ version, settings: hospitalSettings });

export const hospitalSettingsSchemas = {
  readHospitalSettings: {
    summary: 'Get the hospital’s settings',
    response: versioned,
  },
  saveHospitalSettings: {
    summary: 'Change the hospital’s settings',
    body: hospitalSettings,
    response: versioned,
  },
} satisfies RouteSchemas;
