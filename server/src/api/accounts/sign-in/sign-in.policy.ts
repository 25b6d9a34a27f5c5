import type { FieldError } from '@yunzhen/shared/core/errors';
import { ageInYears } from '@yunzhen/shared/core/patient';
import { isGuessable } from './guessable-passwords.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Wrong passwords for one account, or for one confirmation, until further tries are refused unseen. */
export const failuresAllowed = 10;
export const failuresCountedFor = 15 * minute;

/** A session ends after a week at most, and a day after it was last refreshed. */
export const sessionLifetime = 7 * 24 * hour;
export const idleLifetime = 24 * hour;
/** A session without its second factor ends after this. */
export const pendingLifetime = 15 * minute;

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

/** What is wrong with a new account beyond its form: the person can’t have been born, or the password is easily guessed. */
export function objectionsTo(
  account: { own: readonly (string | null | undefined)[]; password: string | undefined; birthDate: string },
  today: string,
): FieldError[] {
  const objections: FieldError[] = [];
  if (account.birthDate > today) objections.push({ path: 'birthDate', rule: 'date-in-future' });
  else if (ageInYears(account.birthDate, today) > oldestPerson)
    objections.push({ path: 'birthDate', rule: 'date-too-early' });
  const { own, password } = account;
  return password === undefined ? objections : [...objections, ...objectionToPassword({ own, password })];
}

/** What is wrong with a password that a person chooses: nothing, or that it is easily guessed. `own`: see `namesOf`. */
export function objectionToPassword({
  own,
  password,
}: {
  own: readonly (string | null | undefined)[];
  password: string;
}): FieldError[] {
  return isGuessable(password, own) ? [{ path: 'password', rule: 'password-common' }] : [];
}
