import type { FieldError } from '@yunzhen/shared/core/errors';
import { ageInYears } from '@yunzhen/shared/core/patient';
import { DAY_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { isGuessable } from './guessable-passwords.ts';

/** Wrong passwords for one account, or for one confirmation, until further attempts are rejected unchecked. */
export const failuresAllowed = 10;
export const failuresCountedFor = 15 * MINUTE_MS;

/** A session ends after a week at most, and a day after its last refresh. */
export const sessionLifetime = 7 * DAY_MS;
export const idleLifetime = DAY_MS;
/** How long a session without its second factor lives. */
export const pendingLifetime = 15 * MINUTE_MS;

/**
 * For this long a used refresh token gets the same successor again, while that one is unused: the answer was lost, or two tabs refreshed at once.
 * A thief gains nothing: both then hold the same successor, and its second use ends the session.
 */
export const repeatGrace = 30_000;

/** The outcome of a refresh with the right secret. */
export type RefreshVerdict = 'rotate' | 'repeat' | 'reused' | 'over';

export function judgeRefresh(
  session: { endedAt: Date | null; expiresAt: Date },
  token: { usedAt: Date | null; expiresAt: Date },
  /** Whether the session’s unused token is the successor of the presented one. */
  successorUnused: boolean,
  now: Date,
): RefreshVerdict {
  if (session.endedAt || session.expiresAt <= now) return 'over';
  if (!token.usedAt) return token.expiresAt <= now ? 'over' : 'rotate';
  return successorUnused && now.getTime() - token.usedAt.getTime() <= repeatGrace ? 'repeat' : 'reused';
}

const oldestPerson = 130;

/** Returns what is wrong with a new account beyond its format: an impossible birth date, or a guessable password. */
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

/** Returns an objection when the password is guessable. `own`: see `namesOf`. */
export function objectionToPassword({
  own,
  password,
}: {
  own: readonly (string | null | undefined)[];
  password: string;
}): FieldError[] {
  return isGuessable(password, own) ? [{ path: 'password', rule: 'password-common' }] : [];
}
