import { DAY_MS, HOUR_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';

export const codeLifetime = 10 * MINUTE_MS;
/** Of a code that an administrator hands over in person, perhaps at the colleague’s next shift. */
export const handedCodeLifetime = DAY_MS;
/** How long after joining a message may still prove the first factor: it opens no more than the invitation did. */
export const invitationReach = DAY_MS;
/** From the right code to its use: long enough to fill in a form. */
export const proofLifetime = 30 * MINUTE_MS;
/** Wrong codes until the code is void. */
export const triesAllowed = 5;
/** Minimum interval between two codes to one address. */
export const codePause = MINUTE_MS;

/** Codes within an hour: to one address, against pestering; from one sender, which may be a whole hospital. */
export const codesAnHour = { target: 5, sender: 60 } as const;
export const codesCountedFor = HOUR_MS;

/** The larger networks that it takes at least to use up a hospital’s text messages of an hour. */
const sitesOfAnHour = 20;

/** Returns how many codes by text message a larger network may request within an hour: at least as many as one sender. */
export const textCodesOfSite = (perHour: number) => Math.max(codesAnHour.sender, Math.ceil(perHour / sitesOfAnHour));

export interface CodeState {
  failures: number;
  expiresAt: Date;
  provenAt: Date | null;
}

/** Returns whether a code may still be tried. */
export function isOpen(code: CodeState, now: Date): boolean {
  return code.provenAt === null && code.failures < triesAllowed && code.expiresAt > now;
}

/** Returns whether one more code may be sent, given those of the last hour. */
export function mayAsk(recent: { toTarget: readonly Date[]; fromSender: number }, now: Date): boolean {
  const { toTarget, fromSender } = recent;
  const last = toTarget.reduce<number>((latest, at) => Math.max(latest, at.getTime()), 0);
  const tooSoon = now.getTime() - last < codePause;
  return !tooSoon && toTarget.length < codesAnHour.target && fromSender < codesAnHour.sender;
}
