/** A hospital’s settings for calls. */
export interface CallSettings {
  /** Phone number to call when video is impossible. */
  phone: string | null;
  /** Encrypts calls end to end, so that the media node cannot read them. */
  endToEndEncryptedCalls: boolean;
}

/** Reads call settings; a value of the wrong type counts as not set. */
export function callSettingsOf(settings: Readonly<Record<string, unknown>>): CallSettings {
  const { phone, endToEndEncryptedCalls } = settings;
  return {
    phone: typeof phone === 'string' && phone.trim() !== '' ? phone : null,
    endToEndEncryptedCalls: endToEndEncryptedCalls === true,
  };
}

const usualChatDays = 7;
const maxChatDays = 90;

/** Returns for how many days after a visit its chat accepts messages: the hospital’s `chatDaysAfterVisit`, from 0 to 90, else seven. */
export function chatDaysOf(settings: Readonly<Record<string, unknown>>): number {
  const { chatDaysAfterVisit } = settings;
  const given = typeof chatDaysAfterVisit === 'number' && chatDaysAfterVisit >= 0 && chatDaysAfterVisit <= maxChatDays;
  return given ? chatDaysAfterVisit : usualChatDays;
}

/** The longest time for which a hospital may trust a device, in days. */
export const longestTrustDays = 30;

/** Returns for how many days staff may sign in on a device without the second factor: the hospital’s `trustDeviceDays`, else 0 for never. */
export function trustDeviceDaysOf(settings: Readonly<Record<string, unknown>>): number {
  const { trustDeviceDays } = settings;
  const given = typeof trustDeviceDays === 'number' && trustDeviceDays >= 0 && trustDeviceDays <= longestTrustDays;
  return given ? trustDeviceDays : 0;
}

const defaultSigningMinutes = 30;
const longestSigningMinutes = 60;

/**
 * Returns for how many minutes a second factor allows signatures and other protected actions: the hospital’s `signingMinutes`, from 1 to 60, else
 * thirty.
 */
export function signingMinutesOf(settings: Readonly<Record<string, unknown>>): number {
  const { signingMinutes } = settings;
  const given = typeof signingMinutes === 'number' && signingMinutes >= 1 && signingMinutes <= longestSigningMinutes;
  return given ? signingMinutes : defaultSigningMinutes;
}
