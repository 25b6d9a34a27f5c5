import { useMutation } from '@pinia/colada';
import { holdCall } from '@yunzhen/shared/calls/conduct.contract';
import type { BodyInputOf } from '@yunzhen/shared/core/route';
import { setDuty } from '@yunzhen/shared/directory/directory.contract';
import { endPause, startPause } from '@yunzhen/shared/visits/pauses.contract';
import { declineTransfer, transferVisit } from '@yunzhen/shared/visits/transfers.contract';
import { setPriority } from '@yunzhen/shared/visits/triage.contract';
import { admitVisit, type Visit } from '@yunzhen/shared/visits/visits.contract';
import { callWaiting } from '@yunzhen/shared/visits/waiting-room.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { codeOf } from '../../../core/i18n/index.ts';
import { useQueryRefresh } from '../../../core/realtime/index.ts';
import { keys } from '../queries.ts';

export const useSetDuty = (hooks: Pick<CommandHooks<typeof setDuty>, 'onSuccess' | 'onError'>) =>
  useCommand(setDuty, { shows: (duty) => [keys.duty, duty], ...hooks });

/** Starts a pause, or extends the current one. */
export const useStartPause = (hooks?: Pick<CommandHooks<typeof startPause>, 'onError'>) =>
  useCommand(startPause, { shows: (pause) => [keys.pause, pause], ...hooks });

export const useEndPause = (hooks?: Pick<CommandHooks<typeof endPause>, 'onSuccess' | 'onError'>) =>
  useCommand(endPause, { shows: (pause) => [keys.pause, pause], ...hooks });

/** Calls a waiting patient, and refetches the queue with their presence. */
export const useCallWaiting = (hooks?: CommandHooks<typeof callWaiting>) =>
  useCommand(callWaiting, { changes: [keys.queue], ...hooks });

/** Admits a patient. The bench opens without waiting for the queue, which is refetched. */
export function useAdmitVisit(hooks: Pick<CommandHooks<typeof admitVisit>, 'onSuccess' | 'onError'>) {
  const refresh = useQueryRefresh();
  return useCommand(admitVisit, {
    shows: (visit) => [keys.visit(visit.id), visit],
    onAnswer: () => void refresh(keys.queue),
    onSuccess: hooks.onSuccess,
    onError(error, input) {
      // The patient has left, or another window has admitted them.
      if (codeOf(error) === 'visit.transition-refused') void refresh(keys.queue);
      return hooks.onError?.(error, input);
    },
  });
}

export const useSetPriority = (hooks?: CommandHooks<typeof setPriority>) =>
  useCommand(setPriority, { changes: [keys.queue], ...hooks });

export const useDeclineTransfer = (hooks?: CommandHooks<typeof declineTransfer>) =>
  useCommand(declineTransfer, { changes: [keys.queue], ...hooks });

/** Hands a visit over. A patient in the call is put on hold first. */
export function useTransferVisit() {
  const { mutateAsync: hold } = useCommand(holdCall);
  const { mutateAsync: transfer } = useCommand(transferVisit);
  return useMutation({
    async mutation({ visit: { id, status }, ...body }: BodyInputOf<typeof transferVisit> & { visit: Visit }) {
      const params = { visitId: id };
      if (status === 'in-progress') await hold({ params, body: { held: true } });
      return transfer({ params, body });
    },
  });
}
