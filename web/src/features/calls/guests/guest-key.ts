import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import { guestKeys } from '../../../core/autosave/tab/index.ts';

const attemptKey = (invitationId: string) => `yunzhen.guest.${invitationId}.attempt`;

/** Error codes after which the key opens nothing any more. */
const final: readonly ErrorCode[] = ['invitation.unusable', 'resource.not-found'];

/** Returns the key that an accepted link stored in this tab, encrypted; null without one. */
export function keptGuestKey(invitationId: string): string | null {
  return guestKeys.getItem(invitationId);
}

/** Stores the key, and deletes the attempt only afterwards, so that a page lost in between can request the same answer. */
export async function keepGuestKey(invitationId: string, key: string): Promise<void> {
  guestKeys.setItem(invitationId, key);
  await guestKeys.settled();
  sessionStorage.removeItem(attemptKey(invitationId));
}

export function forgetGuestKey(invitationId: string): void {
  guestKeys.removeItem(invitationId);
}

/**
 * Returns the idempotency key for using the link in this tab: the same one until the answer arrives, also after a reload. The link can be used once,
 * and only this key returns a lost answer.
 */
export function attemptOf(invitationId: string): string {
  const attempt = sessionStorage.getItem(attemptKey(invitationId)) ?? crypto.randomUUID();
  sessionStorage.setItem(attemptKey(invitationId), attempt);
  return attempt;
}

/** Returns whether this tab has tried to use the link without an answer so far. */
export function isUnanswered(invitationId: string): boolean {
  return sessionStorage.getItem(attemptKey(invitationId)) !== null;
}

/** Returns whether the guest’s stay is over for good. A temporary error must not delete a key that is issued only once. */
export function endsGuestStay(error: unknown): boolean {
  return error instanceof AppError && final.includes(error.code);
}
