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
