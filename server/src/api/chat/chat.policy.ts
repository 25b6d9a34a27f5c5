import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { chatRoles } from '@yunzhen/shared/chat/chat.constants';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

export type ChatRole = (typeof chatRoles)[number];

/** On which side of the visit somebody is; null for everybody else, other doctors of the patient included. */
export function sideOf(actor: Actor, visit: { patientId: string; practitionerId: string }): ChatRole | null {
  if (actor.patientId !== null && actor.patientId === visit.patientId) return 'patient';
  const isDoctor = actor.roles.includes('doctor') && actor.practitionerId !== null;
  return isDoctor && actor.practitionerId === visit.practitionerId ? 'doctor' : null;
}

/**
 * From the waiting room on, and after a visit that took place for the hospital’s days of 24 hours. What was written stays readable.
 * `until` is null where there is no end in sight, or where there was never anything to write in.
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

/** A file is its uploader’s until a message names it, and the chat’s from then on. */
export function mayOpen(actor: Actor, file: { uploaderAccountId: string; sent: boolean }): boolean {
  return file.sent || file.uploaderAccountId === actor.accountId;
}

/** What is not there and what is not yours look the same from outside. */
export function chatNotFound(): AppError {
  return new AppError('resource.not-found', 'no such chat, message or file for this person');
}
