/** One trusted browser of one account: the row’s id, its hospital, and the secret that proves it. */
export interface TrustEntry {
  hospitalId: string;
  deviceId: string;
  secret: string;
}

/** Accounts per browser, for a computer on a ward; the one with the oldest use is dropped first. */
const entriesOfABrowser = 5;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^(${uuid})\\.(${uuid})\\.([\\w-]{43})$`);

/** Returns the valid entries of the cookie. */
export function readTrustCookie(value: string | undefined): TrustEntry[] {
  const texts = value?.split('~').slice(0, entriesOfABrowser) ?? [];
  return texts.flatMap((text) => {
    const [, hospitalId, deviceId, secret] = form.exec(text) ?? [];
    return hospitalId && deviceId && secret ? [{ hospitalId, deviceId, secret }] : [];
  });
}

export function writeTrustCookie(entries: readonly TrustEntry[]): string {
  return entries
    .slice(0, entriesOfABrowser)
    .map(({ hospitalId, deviceId, secret }) => `${hospitalId}.${deviceId}.${secret}`)
    .join('~');
}
