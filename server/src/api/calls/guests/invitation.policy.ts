import type { Invitation, InvitationStatus } from '@yunzhen/shared/calls/conduct.contract';

/** A link that nobody has used by then leads nowhere any more. */
export const unusedLifetime = 2 * 3_600_000;

/** Invitations of one visit that may be open at once: asked, to be used, or used by somebody who is let in. */
export const openInvitationsLimit = 3;

interface Dated {
  status: InvitationStatus;
  expiresAt: Date;
}

/** What an invitation amounts to now: one that was not used in time is as good as taken back. */
export function statusNow({ status, expiresAt }: Dated, now: Date): InvitationStatus {
  const unused = status === 'asked' || status === 'ready';
  return unused && expiresAt <= now ? 'withdrawn' : status;
}

export function isOpenNow(invitation: Dated, now: Date): boolean {
  return ['asked', 'ready', 'accepted'].includes(statusNow(invitation, now));
}

/** The doctor’s invitation waits for the patient’s word; the patient’s own needs none. */
export function firstStatus(invitedBy: Invitation['invitedBy']): 'asked' | 'ready' {
  return invitedBy === 'doctor' ? 'asked' : 'ready';
}
