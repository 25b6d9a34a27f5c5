import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import { guestKeys } from '../../../core/autosave/tab/index.ts';

const attemptKey = (invitationId: string) => `yunzhen.guest.${invitationId}.attempt`;

/** What the hospital says when the key opens nothing any more. */
const final: readonly ErrorCode[] = ['invitation.unusable', 'resource.not-found'];

/** The key that an accepted link left in this tab, encrypted; null without one. */
export function keptGuestKey(invitationId: string): string | null {
  return guestKeys.getItem(invitationId);
}

/** Until the key is kept the attempt stays, so that a page that is lost in between asks for the same answer. */
export async function keepGuestKey(invitationId: string, key: string): Promise<void> {
  guestKeys.setItem(invitationId, key);
  await guestKeys.settled();
  sessionStorage.removeItem(attemptKey(invitationId));
}

export function forgetGuestKey(invitationId: string): void {
  guestKeys.removeItem(invitationId);
}

/**
 * Under which idempotency key this tab uses the link: the same one until the answer is here, over a reload too. The link is good
 * once, and whoever lost the answer gets it again only so.
 */
export function attemptOf(invitationId: string): string {
  const attempt = sessionStorage.getItem(attemptKey(invitationId)) ?? crypto.randomUUID();
  sessionStorage.setItem(attemptKey(invitationId), attempt);
  return attempt;
}

/** This tab has tried to use the link, and has not heard what came of it. */
export function isUnanswered(invitationId: string): boolean {
  return sessionStorage.getItem(attemptKey(invitationId)) !== null;
}

/** Whether the guest’s stay is over for good. A busy moment or a lost line is no reason to throw away a key that is told once. */
export function endsGuestStay(error: unknown): boolean {
  return error instanceof AppError && final.includes(error.code);
}
