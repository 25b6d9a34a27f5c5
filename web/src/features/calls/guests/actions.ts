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

/** Puts the patient on hold while the doctor confers, or ends the hold. */
export function useHold(visitId: string, hooks: CommandHooks<typeof holdCall> = {}) {
  return useCommand(holdCall, { changes: [conductKey(visitId)], ...hooks });
}

/** Invites a guest; the answer has the link’s secret, which is shown only once. */
export function useGuestInvitation(visitId: string, hooks: CommandHooks<typeof inviteGuest> = {}) {
  return useCommand(inviteGuest, { changes: [conductKey(visitId)], ...hooks });
}

/** Sends the patient’s answer to a guest whom the doctor invited. */
export function useInvitationAnswer(visitId: string) {
  return useCommand(answerInvitation, { changes: [conductKey(visitId)] });
}

export function useInvitationWithdrawal(visitId: string, hooks: CommandHooks<typeof withdrawInvitation> = {}) {
  return useCommand(withdrawInvitation, { changes: [conductKey(visitId)], ...hooks });
}

/** Uses up the link; the key that it returns stays in this tab. */
export function useInvitationAcceptance(invitationId: string, accepted: () => void) {
  return useCommand(acceptInvitation, {
    async onSuccess({ key }) {
      await keepGuestKey(invitationId, key);
      accepted();
    },
  });
}

/** Opens the guest’s own session, independent of any other session of this browser. */
export function requestGuestSession(invitationId: string, key: string) {
  return api.call(openGuestSession, { params: { invitationId }, body: { key } });
}
