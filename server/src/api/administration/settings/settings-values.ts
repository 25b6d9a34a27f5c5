import type { HospitalSettings, PublicDetails } from '@yunzhen/shared/administration/hospital-settings.contract';
import { hospitalSettings } from '@yunzhen/shared/administration/hospital-settings.schemas';
import { legible } from '@yunzhen/shared/core/legible';
import { usualThresholds } from '@yunzhen/shared/metrics/goals';
import { usualStepAwayMinutes } from '@yunzhen/shared/visits/waiting-room';

type Stored = Readonly<Record<string, unknown>>;

/** Defaults of the form; the same as the fallbacks of the code that reads each setting. */
const usual: HospitalSettings = {
  phone: '',
  publicDetails: {
    address: { en: '', zh: '' },
    openingHours: { en: '', zh: '' },
    licenceNumber: '',
    filingNumber: '',
  },
  targetWaitMinutes: 10,
  reviewTargetMinutes: 10,
  goals: { waitPercent: 90, droppedCallPercent: 2, reviewPercent: 90 },
  thresholds: { waitMinutes: 10, ...usualThresholds },
  signingMinutes: 30,
  trustDeviceDays: 0,
  endToEndEncryptedCalls: false,
  chatDaysAfterVisit: 7,
  stepAwayMinutes: usualStepAwayMinutes,
  monthlyReport: 'nobody',
  prescriptionPaper: 'A4',
  noteForm: 'soap',
  appointments: { freeCancelHours: 4, horizonDays: 28, checkInMinutes: 30, graceMinutes: 15 },
};

/** Returns the stored settings for the form: durations converted from seconds to minutes, missing or invalid values replaced by defaults. */
export function settingsFrom(written: Stored): HospitalSettings {
  const stored = legibleTexts(written);
  const minutes = (name: string) => {
    const seconds = stored[name];
    return typeof seconds === 'number' ? Math.round(seconds / 60) : undefined;
  };
  const given: Record<string, unknown> = {
    ...stored,
    targetWaitMinutes: minutes('targetWaitSeconds'),
    reviewTargetMinutes: minutes('reviewTargetSeconds'),
  };
  const appointments = (stored['appointments'] ?? {}) as Stored;
  const goals = (stored['goals'] ?? {}) as Stored;
  const thresholds = (stored['thresholds'] ?? {}) as Stored;
  const plain = settle(hospitalSettings.shape, usual, given);
  const usualAlerts = { ...usual.thresholds, waitMinutes: plain.targetWaitMinutes };
  return {
    ...plain,
    appointments: settle(hospitalSettings.shape.appointments.shape, usual.appointments, appointments),
    goals: settle(hospitalSettings.shape.goals.shape, usual.goals, goals),
    thresholds: settle(hospitalSettings.shape.thresholds.shape, usualAlerts, thresholds),
  };
}

/** Earlier releases accepted characters for which a text would now be replaced by its default. */
function legibleTexts(stored: Stored): Stored {
  const read = (_name: string, value: unknown) => (typeof value === 'string' ? legible(value) : value);
  return JSON.parse(JSON.stringify(stored), read) as Stored;
}

function settle<Values extends object>(
  shape: Record<keyof Values, { safeParse(value: unknown): { success: boolean } }>,
  fallback: Values,
  given: Stored,
): Values {
  const result = { ...fallback };
  for (const name of Object.keys(fallback) as (keyof Values & string)[]) {
    if (shape[name].safeParse(given[name]).success) result[name] = given[name] as Values[typeof name];
  }
  return result;
}

/** Returns the form’s settings for storage; members outside the form are preserved. */
export function settingsInto(stored: Stored, settings: HospitalSettings): Record<string, unknown> {
  const { targetWaitMinutes, reviewTargetMinutes, appointments, phone, ...same } = settings;
  return {
    ...stored,
    ...same,
    phone: phone || null,
    targetWaitSeconds: targetWaitMinutes * 60,
    reviewTargetSeconds: reviewTargetMinutes * 60,
    appointments: { ...(stored['appointments'] as object | undefined), ...appointments },
  };
}

/** Returns the public part of the settings. */
export function publicFactsOf(stored: Stored): PublicDetails & { phone: string | null } {
  const { phone, publicDetails } = settingsFrom(stored);
  return { phone: phone || null, ...publicDetails };
}

/** Returns the names of changed settings for the audit, never their values. */
export function changedSettings(before: HospitalSettings, after: HospitalSettings): string[] {
  const names = Object.keys(before) as (keyof HospitalSettings)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
