import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listPrescriptions } from '@yunzhen/shared/prescribing/prescribing.contract';
import { listVisits } from '@yunzhen/shared/visits/visits.contract';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { api } from '../../../core/api/index.ts';
import { usePages } from '../../../core/table/index.ts';
import { recentPrescriptions, recentVisits } from '../reads.ts';

/** The patient’s latest visits. */
export function useRecentVisits() {
  return useQuery({
    key: ['visit', 'recent'],
    query: async ({ signal }) => (await api.call(listVisits, { query: recentVisits.query, signal })).items,
  });
}

export function useRecentPrescriptions() {
  return useQuery({
    key: ['prescription', 'recent'],
    query: async ({ signal }) =>
      (await api.call(listPrescriptions, { query: recentPrescriptions.query, signal })).items,
  });
}

/** All of the patient’s visits, page by page. */
export function useVisitPages(status: MaybeRefOrGetter<VisitStatus | 'every'>) {
  return usePages(listVisits, {
    key: () => ['visit', 'list', toValue(status)],
    query: () => {
      const wanted = toValue(status);
      return wanted === 'every' ? {} : { status: wanted };
    },
  });
}
