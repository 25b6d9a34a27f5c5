import { z } from 'zod';
import { documentPapers, stepAwayBounds } from './setting-limits.ts';
import { text, version } from '../core/common.ts';
import { monthlyReportReaders } from './hospital-settings.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const shownText = (longest: number) => z.strictObject({ en: text(longest), zh: text(longest) });

/** What the public page of the hospital says; empty for what it does not say. */
export const publicDetails = z.strictObject({
  address: shownText(200),
  /** In words, such as "Monday to Friday, 08:00 to 20:00". */
  openingHours: shownText(200),
  /** Of the medical institution (医疗机构执业许可证). */
  licenceNumber: text(60),
  /** Of the website (ICP备案). */
  filingNumber: text(60),
});
export type PublicDetails = z.output<typeof publicDetails>;

/**
 * What a hospital decides for itself. A member that is not here is not the hospital’s to set and stays as it is. Spans are in the
 * units that their names say.
 */
export const hospitalSettings = z.strictObject({
  /** For when no call can be had; empty for none. */
  phone: text(40),
  publicDetails,
  /** What waits are measured against. */
  targetWaitMinutes: z.int().min(1).max(240),
  /** What the pharmacists’ reviews are measured against. */
  reviewTargetMinutes: z.int().min(1).max(240),
  /** How long a second factor lets a session sign. */
  signingMinutes: z.int().min(1).max(60),
  /** Calls that the media node can’t read; guests and screen recordings by the house are not possible then. */
  endToEndEncryptedCalls: z.boolean(),
  /** How long patient and doctor may write to each other after a visit. */
  chatDaysAfterVisit: z.int().min(0).max(90),
  /** How long patients may step away from the waiting room, and how long a place is kept once its turn has come. */
  stepAwayMinutes: z.int().min(stepAwayBounds[0]).max(stepAwayBounds[1]),
  monthlyReport: z.enum(monthlyReportReaders),
  /** What prescriptions are printed on; those that were sealed before stay as they are. */
  prescriptionPaper: z.enum(documentPapers),
  appointments: z.strictObject({
    /** Until how many hours before its time an appointment is cancelled or moved without being counted as late. */
    freeCancelHours: z.int().min(0).max(168),
    /** How far ahead patients may book. */
    horizonDays: z.int().min(1).max(180),
    /** From how many minutes before its time a patient may check in. */
    checkInMinutes: z.int().min(5).max(240),
    /** How long after its time an appointment waits for its patient before it counts as missed. */
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
