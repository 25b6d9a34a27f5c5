import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { chatRoles } from '@yunzhen/shared/chat/chat.constants';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

export type ChatRole = (typeof chatRoles)[number];

/** Returns the actor’s side of the visit; null for all others, including other doctors of the patient. */
export function sideOf(actor: Actor, visit: { patientId: string; practitionerId: string }): ChatRole | null {
  if (actor.patientId !== null && actor.patientId === visit.patientId) return 'patient';
  const isDoctor = actor.roles.includes('doctor') && actor.practitionerId !== null;
  return isDoctor && actor.practitionerId === visit.practitionerId ? 'doctor' : null;
}

/**
 * Allows messages from check-in on, and after a completed or referred visit for the hospital’s number of 24-hour days. Messages stay readable.
 * `until` is null while there is no end, or when the visit never allowed messages.
 */
export function writingIn(
  visit: { status: VisitStatus; endedAt: Date | null },
  daysAfterVisit: number,
  now: Date,
): { writable: boolean; until: Date | null } {
  const { status, endedAt } = visit;
  if (status === 'waiting' || status === 'in-progress') return { writable: true, until: null };
  if ((status !== 'completed' && status !== 'referred-offline') || !endedAt) return { writable: false, until: null };
  const until = new Date(endedAt.getTime() + daysAfterVisit * DAY_MS);
  return { writable: now < until, until };
}

/** A file belongs to its uploader until a message uses it, and then to the chat. */
export function mayOpen(actor: Actor, file: { uploaderAccountId: string; sent: boolean }): boolean {
  return file.sent || file.uploaderAccountId === actor.accountId;
}

/** Returns the same error for a missing item and one without access, so that they can’t be told apart. */
export function chatNotFound(): AppError {
  return new AppError('resource.not-found', 'chat, message or file not found');
}
