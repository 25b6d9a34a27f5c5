import { askForClosing, takeClosingBack, type OwnClosing } from '@yunzhen/shared/accounts/account-closing.contract';
import { leaveWaitlist } from '@yunzhen/shared/scheduling/appointments.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { useQueryRefresh } from '../../../core/realtime/index.ts';
import { ownClosingKey } from './queries.ts';

/** After an error, also a lost answer, refetches the state in the background. */
function useOptions() {
  const refresh = useQueryRefresh();
  return {
    shows: (now: OwnClosing) => [ownClosingKey, now] as const,
    onError: () => void refresh(ownClosingKey),
  };
}

export const useAskForClosing = () => useCommand(askForClosing, useOptions());

export const useTakeClosingBack = () => useCommand(takeClosingBack, useOptions());

/** Leaves a waitlist that prevents the closing, without a way through another page. */
export const useLeaveWaitlist = (hooks: Pick<CommandHooks<typeof leaveWaitlist>, 'onSuccess'>) =>
  useCommand(leaveWaitlist, { changes: [['waitlist'], ownClosingKey], ...hooks });
