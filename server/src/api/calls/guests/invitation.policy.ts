import type { Invitation, InvitationStatus } from '@yunzhen/shared/calls/conduct.contract';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';

/** Milliseconds after which an unused link expires. */
export const unusedLifetime = 2 * HOUR_MS;

/** Maximum number of open invitations per visit: waiting for the patient, ready, or accepted. */
export const openInvitationsLimit = 3;

interface Dated {
  status: InvitationStatus;
  expiresAt: Date;
}

/** Returns the current status; an unused invitation past its time counts as withdrawn. */
export function statusNow({ status, expiresAt }: Dated, now: Date): InvitationStatus {
  const unused = status === 'asked' || status === 'ready';
  return unused && expiresAt <= now ? 'withdrawn' : status;
}

export function isOpenNow(invitation: Dated, now: Date): boolean {
  return ['asked', 'ready', 'accepted'].includes(statusNow(invitation, now));
}

/** Returns the first status: a doctor’s invitation waits for the patient’s consent, the patient’s own does not. */
export function firstStatus(invitedBy: Invitation['invitedBy']): 'asked' | 'ready' {
  return invitedBy === 'doctor' ? 'asked' : 'ready';
}
