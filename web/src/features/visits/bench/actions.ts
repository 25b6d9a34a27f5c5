import { useQueryCache } from '@pinia/colada';
import { admitVisit, completeVisit, referOffline } from '@yunzhen/shared/visits/visits.contract';
import { useCommand } from '../../../core/commands/index.ts';
import { codeOf } from '../../../core/i18n/index.ts';
import { useQueryRefresh } from '../../../core/realtime/index.ts';
import { chartKeys } from '../../chart/index.ts';
import { keys } from '../queries.ts';

/** Admits the patient. */
export function useAdmission(visitId: string) {
  const cache = useQueryCache();
  const refresh = useQueryRefresh();
  return useCommand(admitVisit, {
    onSuccess(admitted) {
      cache.setQueryData(keys.visit(visitId), admitted);
      void refresh(keys.queue);
    },
    onError: () => void refresh(keys.visit(visitId)),
  });
}

export const useCompletion = (visitId: string) => useCommand(completeVisit, useEnding(visitId));

export const useOfflineReferral = (visitId: string) => useCommand(referOffline, useEnding(visitId));

/** Ends a visit without waiting for refetches: the doctor leaves the page. */
function useEnding(visitId: string) {
  const refresh = useQueryRefresh();
  return {
    onSuccess() {
      void refresh(keys.queue);
      void refresh(['visit']);
    },
    onError(error: unknown) {
      // The page shows the visit’s current state; the panel shows the error.
      if (codeOf(error) === 'visit.transition-refused') void refresh(keys.visit(visitId));
      void refresh(chartKeys.note(visitId));
      void refresh(chartKeys.diagnoses(visitId));
    },
  };
}
