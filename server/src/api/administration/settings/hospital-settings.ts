/** What a hospital’s settings say of calls. */
export interface CallSettings {
  /** Whom to phone when no call can be had. */
  phone: string | null;
  /** Calls are encrypted so that the media node can’t read them. */
  endToEndEncryptedCalls: boolean;
}

/** Settings are written by the installation’s operator: what is not of the right kind counts as not set. */
export function callSettingsOf(settings: Readonly<Record<string, unknown>>): CallSettings {
  const { phone, endToEndEncryptedCalls } = settings;
  return {
    phone: typeof phone === 'string' && phone.trim() !== '' ? phone : null,
    endToEndEncryptedCalls: endToEndEncryptedCalls === true,
  };
}

const usualChatDays = 7;
const maxChatDays = 90;

/** For how many days after a visit its chat may be written in; the hospital’s `chatDaysAfterVisit`, from 0 to 90, else seven. */
export function chatDaysOf(settings: Readonly<Record<string, unknown>>): number {
  const { chatDaysAfterVisit } = settings;
  const given = typeof chatDaysAfterVisit === 'number' && chatDaysAfterVisit >= 0 && chatDaysAfterVisit <= maxChatDays;
  return given ? chatDaysAfterVisit : usualChatDays;
}

const defaultSigningMinutes = 30;
const longestSigningMinutes = 60;

/** For how many minutes a second factor lets a session sign and do what needs a recent one; the hospital’s `signingMinutes`, from 1 to 60, else thirty. */
export function signingMinutesOf(settings: Readonly<Record<string, unknown>>): number {
  const { signingMinutes } = settings;
  const given = typeof signingMinutes === 'number' && signingMinutes >= 1 && signingMinutes <= longestSigningMinutes;
  return given ? signingMinutes : defaultSigningMinutes;
}
