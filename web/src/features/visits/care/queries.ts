import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { readDiagnoses } from '@yunzhen/shared/chart/chart.contract';
import { api } from '../../../core/api/index.ts';
import { chartKeys } from '../../chart/index.ts';

/** The diagnoses of a visit, primary ones first. A patient may read them once the visit has ended. */
export function useVisitDiagnoses(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...chartKeys.diagnoses(toValue(visitId)), 'patient'],
    query: async ({ signal }) => {
      const { items } = await api.call(readDiagnoses, { params: { visitId: toValue(visitId) }, signal });
      return items.toSorted((a, b) => Number(b.primary) - Number(a.primary));
    },
  });
}
