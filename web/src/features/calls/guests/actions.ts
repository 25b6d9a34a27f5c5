import {
  acceptInvitation,
  answerInvitation,
  holdCall,
  inviteGuest,
  openGuestSession,
  withdrawInvitation,
} from '@yunzhen/shared/calls/conduct.contract';
import { api } from '../../../core/api/index.ts';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { keepGuestKey } from './guest-key.ts';
import { conductKey } from './queries.ts';

/** Puts the patient apart while the doctor confers, or takes them back. */
export function useHold(visitId: string, hooks: CommandHooks<typeof holdCall> = {}) {
  return useCommand(holdCall, { changes: [conductKey(visitId)], ...hooks });
}

/** Answers with the secret of the link, which is told this once. */
export function useGuestInvitation(visitId: string, hooks: CommandHooks<typeof inviteGuest> = {}) {
  return useCommand(inviteGuest, { changes: [conductKey(visitId)], ...hooks });
}

/** The patient's answer to a guest whom the doctor invited. */
export function useInvitationAnswer(visitId: string) {
  return useCommand(answerInvitation, { changes: [conductKey(visitId)] });
}

export function useInvitationWithdrawal(visitId: string, hooks: CommandHooks<typeof withdrawInvitation> = {}) {
  return useCommand(withdrawInvitation, { changes: [conductKey(visitId)], ...hooks });
}

/** Uses the link up; the key that it gives stays in this tab. */
export function useInvitationAcceptance(invitationId: string, accepted: () => void) {
  return useCommand(acceptInvitation, {
    async onSuccess({ key }) {
      await keepGuestKey(invitationId, key);
      accepted();
    },
  });
}

/** Opens the guest's own session, beside whatever session this browser has. */
export function requestGuestSession(invitationId: string, key: string) {
  return api.call(openGuestSession, { params: { invitationId }, body: { key } });
}
