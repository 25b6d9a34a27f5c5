import type { FieldError } from '@yunzhen/shared/core/errors';
import { ageInYears } from '@yunzhen/shared/core/patient';

const minute = 60_000;
const hour = 60 * minute;

/** Wrong passwords for one account, or for one confirmation, until further tries are refused unseen. */
export const failuresAllowed = 10;
export const failuresCountedFor = 15 * minute;

/** A session ends after a week at most, and a day after it was last refreshed. */
export const sessionLifetime = 7 * 24 * hour;
export const idleLifetime = 24 * hour;

/**
 * For this long a used refresh token gets the same successor again, as long as nobody has used that one: the answer was
 * lost on the way, or two tabs asked at once. Whoever stole a token gains nothing by it: both hold the same successor
 * then, and its second use ends the session.
 */
export const repeatGrace = 30_000;

/** What becomes of a refresh whose secret is right. */
export type RefreshVerdict = 'rotate' | 'repeat' | 'reused' | 'over';

export function judgeRefresh(
  session: { endedAt: Date | null; expiresAt: Date },
  token: { usedAt: Date | null; expiresAt: Date },
  /** Whether the session’s unused token is the one that follows the presented token. */
  successorUnused: boolean,
  now: Date,
): RefreshVerdict {
  if (session.endedAt || session.expiresAt <= now) return 'over';
  if (!token.usedAt) return token.expiresAt <= now ? 'over' : 'rotate';
  return successorUnused && now.getTime() - token.usedAt.getTime() <= repeatGrace ? 'repeat' : 'reused';
}

const oldestPerson = 130;

/** What is wrong with a new account beyond its form: the person can’t have been born, or the password is the first guess. */
export function objectionsTo(
  account: { email: string; password: string | undefined; birthDate: string },
  today: string,
): FieldError[] {
  const objections: FieldError[] = [];
  if (account.birthDate > today) objections.push({ path: 'birthDate', rule: 'date-in-future' });
  else if (ageInYears(account.birthDate, today) > oldestPerson)
    objections.push({ path: 'birthDate', rule: 'date-too-early' });
  const { email, password } = account;
  return password === undefined ? objections : [...objections, ...objectionToPassword({ email, password })];
}

/** What is wrong with a password that somebody chooses: nothing, or that it is the first guess. */
export function objectionToPassword({ email, password }: { email: string; password: string }): FieldError[] {
  return isEasilyGuessed(password, email) ? [{ path: 'password', rule: 'password-common' }] : [];
}

const keyboardRuns = [
  '01234567890123456789',
  '09876543210987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];
const commonStems = /^(password|passw0rd|qwerty|iloveyou|welcome|admin|letmein|woaini|hospital|yiyuan)[\d!@#.]*$/;

/** The first guesses of NIST SP 800-63B, 5.1.1.2: repetition, sequences, common words, the person’s own name here. */
function isEasilyGuessed(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  const [local = ''] = email.split('@');
  return (
    new Set(lower).size < 4 ||
    keyboardRuns.some((run) => run.includes(lower)) ||
    commonStems.test(lower) ||
    lower === email ||
    (local.length >= 4 && lower.startsWith(local) && lower.length - local.length < 5)
  );
}
