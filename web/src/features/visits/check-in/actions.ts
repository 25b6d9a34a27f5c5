import { useMutation } from '@pinia/colada';
import type { BodyInputOf, ResponseOf } from '@yunzhen/shared/core/route';
import { cancelVisit, checkIn } from '@yunzhen/shared/visits/visits.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { keys } from '../queries.ts';

export const useCancelVisit = (hooks?: CommandHooks<typeof cancelVisit>) =>
  useCommand(cancelVisit, { changes: [['visit']], ...hooks });

/** Enters the waiting room once the draft is saved: `settled` returns the saved version. */
export function useCheckIn(options: {
  settled: () => Promise<number>;
  onSuccess: (visit: ResponseOf<typeof checkIn>) => unknown;
  onError: (error: unknown) => unknown;
}) {
  const { mutateAsync } = useCommand(checkIn, {
    shows: (visit) => [keys.visit(visit.id), visit],
  });
  return useMutation({
    async mutation({ visitId, ...body }: Omit<BodyInputOf<typeof checkIn>, 'draftVersion'> & { visitId: string }) {
      return mutateAsync({ params: { visitId }, body: { ...body, draftVersion: await options.settled() } });
    },
    onSuccess: options.onSuccess,
    onError: options.onError,
  });
}
