import { computed, shallowRef } from 'vue';
import { useQueryCache } from '@pinia/colada';
import { readDiagnoses, saveDiagnoses, type DiagnosisList } from '@yunzhen/shared/chart/chart.contract';
import { codeOf } from '../../../core/i18n/index.ts';
import { api } from '../../../core/api/index.ts';
import { chartKeys, useDiagnoses } from '../queries.ts';
import { changed, sameDiagnoses, type DiagnosisChange } from './diagnosis-change.ts';

/** So often a change is made again on a list that somebody else has changed in between. */
const maxAttempts = 3;

/**
 * The diagnoses of a visit, and changes of them: saved at once, one after the other, each on top of the newest list. A
 * change that met a newer list is made again on that; `overtaken` says so.
 */
export function useDiagnosisChanges(visitId: string) {
  const cache = useQueryCache();
  const list = useDiagnoses(visitId);
  const pending = shallowRef(0);
  let queue: Promise<unknown> = Promise.resolve();

  function keep(next: DiagnosisList): DiagnosisList {
    cache.setQueryData(chartKeys.diagnoses(visitId), next);
    return next;
  }

  async function save(change: DiagnosisChange): Promise<{ overtaken: boolean }> {
    let current = cache.getQueryData<DiagnosisList>(chartKeys.diagnoses(visitId));
    for (let attempt = 1; ; attempt++) {
      current ??= keep(await api.call(readDiagnoses, { params: { visitId } }));
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

  return {
    list,
    saving: computed(() => pending.value > 0),
    async change(change: DiagnosisChange): Promise<{ overtaken: boolean }> {
      pending.value += 1;
      const turn = queue.then(() => save(change));
      queue = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        pending.value -= 1;
      }
    },
  };
}
