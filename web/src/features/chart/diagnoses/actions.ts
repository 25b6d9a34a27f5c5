import { useMutation, useQueryCache } from '@pinia/colada';
import { saveDiagnoses, type DiagnosisList } from '@yunzhen/shared/chart/chart.contract';
import { setFavouriteDiagnosis } from '@yunzhen/shared/chart/terminology.contract';
import { api } from '../../../core/api/index.ts';
import { useCommand } from '../../../core/commands/index.ts';
import { codeOf } from '../../../core/i18n/index.ts';
import { refreshQueries } from '../../../core/realtime/index.ts';
import { chartKeys } from '../queries.ts';
import { changed, sameDiagnoses, type DiagnosisChange } from './diagnosis-change.ts';
import { fetchDiagnoses, ownDiagnosesKey } from './queries.ts';

/** Maximum attempts to apply a change to a list that another author has changed. */
const maxAttempts = 3;

/**
 * Changes a visit’s diagnoses: saves at once, one after the other, each on the newest list. A change rejected as stale is applied again to the newer
 * list; `overtaken` reports it.
 */
export function useChangeDiagnoses(visitId: string) {
  const cache = useQueryCache();
  const key = chartKeys.diagnoses(visitId);
  let queue: Promise<unknown> = Promise.resolve();

  function keep(next: DiagnosisList): DiagnosisList {
    cache.setQueryData(key, next);
    return next;
  }

  async function save(change: DiagnosisChange): Promise<{ overtaken: boolean }> {
    let current = cache.getQueryData<DiagnosisList>(key);
    for (let attempt = 1; ; attempt++) {
      current ??= keep(await fetchDiagnoses(visitId));
      try {
        const body = { items: changed(current.items, change) };
        if (sameDiagnoses(body.items, current.items)) return { overtaken: attempt > 1 };
        keep(await api.call(saveDiagnoses, { params: { visitId }, body, ifMatch: current.version }));
        return { overtaken: attempt > 1 };
      } catch (error) {
        if (codeOf(error) !== 'resource.stale' || attempt === maxAttempts) throw error;
        current = undefined;
      }
    }
  }

  return useMutation<{ overtaken: boolean }, DiagnosisChange, unknown>({
    mutation(change) {
      const turn = queue.then(() => save(change));
      queue = turn.catch(() => undefined);
      return turn;
    },
    onSuccess: () => void refreshQueries(cache, ownDiagnosesKey),
  });
}

export function useSetFavouriteDiagnosis() {
  const cache = useQueryCache();
  return useCommand(setFavouriteDiagnosis, { onSuccess: (own) => cache.setQueryData(ownDiagnosesKey, own) });
}
