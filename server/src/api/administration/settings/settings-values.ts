import type { HospitalSettings, PublicDetails } from '@yunzhen/shared/administration/hospital-settings.contract';
import { hospitalSettings } from '@yunzhen/shared/administration/hospital-settings.schemas';
import { usualStepAwayMinutes } from '@yunzhen/shared/visits/waiting-room';

type Stored = Readonly<Record<string, unknown>>;

/** What holds where a hospital has decided nothing; the same as those who read the settings fall back to. */
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
  signingMinutes: 30,
  endToEndEncryptedCalls: false,
  chatDaysAfterVisit: 7,
  stepAwayMinutes: usualStepAwayMinutes,
  monthlyReport: 'nobody',
  prescriptionPaper: 'A4',
  appointments: { freeCancelHours: 4, horizonDays: 28, checkInMinutes: 30, graceMinutes: 15 },
};

/** The stored settings as the form has them: spans that are kept in seconds in minutes, what is missing or wrong as usual. */
export function settingsFrom(stored: Stored): HospitalSettings {
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
  return {
    ...settle(hospitalSettings.shape, usual, given),
    appointments: settle(hospitalSettings.shape.appointments.shape, usual.appointments, appointments),
  };
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

/** The form’s settings as they are stored; members that the form does not have stay. */
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

/** What the settings say to the public. */
export function publicFactsOf(stored: Stored): PublicDetails & { phone: string | null } {
  const { phone, publicDetails } = settingsFrom(stored);
  return { phone: phone || null, ...publicDetails };
}

/** Names of what differs, for the audit: never what it says. */
export function changedSettings(before: HospitalSettings, after: HospitalSettings): string[] {
  const names = Object.keys(before) as (keyof HospitalSettings)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
